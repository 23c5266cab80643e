-- Every PING asks for the heads of its party: planned once in a session instead of each time, as the storing of messages is.
alter function baton_heads(text[], text[], text[]) set plan_cache_mode = force_generic_plan;
