#!/usr/bin/env bash
# Runs once, when the database folder is empty: the roles and databases of Baton and of Keycloak.
#   baton_owner  owns the tables and changes them at an upgrade
#   baton_app    what Baton works with: owns nothing, so row-level security binds it
#   baton_hub    what the hub writes the messages of all tenants with: sees three tables
set -euo pipefail

psql --username "$POSTGRES_USER" --dbname postgres --no-psqlrc --quiet \
    --set ON_ERROR_STOP=1 \
    --set owner_password="$BATON_DB_OWNER_PASSWORD" \
    --set app_password="$BATON_DB_APP_PASSWORD" \
    --set hub_password="$BATON_DB_HUB_PASSWORD" \
    --set keycloak_password="$KEYCLOAK_DB_PASSWORD" <<'SQL'
create role baton_owner login password :'owner_password' nosuperuser nocreatedb nocreaterole nobypassrls;
create role baton_app login password :'app_password' nosuperuser nocreatedb nocreaterole nobypassrls;
create role baton_hub login password :'hub_password' nosuperuser nocreatedb nocreaterole nobypassrls;
create role keycloak login password :'keycloak_password' nosuperuser nocreatedb nocreaterole nobypassrls;

create database baton owner baton_owner encoding 'UTF8' template template0;
revoke all on database baton from public;
grant connect on database baton to baton_app, baton_hub;

create database keycloak owner keycloak encoding 'UTF8' template template0;
revoke all on database keycloak from public;

\connect baton
alter schema public owner to baton_owner;
SQL
