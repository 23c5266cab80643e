package io.baton.chat;

import org.springframework.stereotype.Component;

/** What desks are shown because of who looks at them, not because it was sent to somebody. */
@Component
record DeskFrames(PresenceFrames presence, RotaFrames rota, FloorFrames floor) {}
