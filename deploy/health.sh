#!/usr/bin/env bash
# health <port> <path>: succeeds when the service on this machine answers 200. Needs nothing but bash.
set -euo pipefail
exec 3<>"/dev/tcp/127.0.0.1/$1"
printf 'GET %s HTTP/1.0\r\nHost: localhost\r\n\r\n' "$2" >&3
read -r -t 4 status <&3
[[ $status == *" 200"* ]]
