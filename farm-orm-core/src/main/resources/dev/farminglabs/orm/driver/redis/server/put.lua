-- Puts a record in its place: made where there is none or a dead one, otherwise changed. It does what apply.lua does with
-- such an upsert, but reads by place and not token by token: this is what sessions and caches do all day. ARGV:
--   1 id column, 2 id ('' when any), 3 schema version, 4 column of its time ('' when it has none), 5 now, 6 when the server
--   removes a new record ('' for never), 7 when it removes a changed one ('-' as before), 8 the place of the first cell that
--   a change sets, 9 and on the cells.
-- Answers the outcome: C created, U updated, S the record under the key is another one.
local key, tokens, call, unpack = KEYS[1], ARGV, redis.call, unpack
local found = call('HMGET', key, '_v', tokens[1], tokens[4])
local there = found[1] or call('EXISTS', key) == 1
if there and tokens[2] ~= '' and found[2] ~= tokens[2] then
  return {{'S'}}
end
local outcome, time = 'U', tokens[7]
if not there or (found[3] and found[3] + 0 <= tokens[5] + 0) then
  outcome, time = 'C', tokens[6]
  if there then
    call('DEL', key)
  end
  local now = call('TIME')
  call('HSET', key, '_v', now[1] .. ('%06d'):format(now[2]), '_s', tokens[3], unpack(tokens, 9))
else
  call('HSET', key, '_v', ('%.0f'):format((found[1] or 0) + 1), unpack(tokens, tokens[8] + 0))
end
if time == '' then
  call('PERSIST', key)
elseif time ~= '-' then
  call('PEXPIREAT', key, time)
end
return {{outcome}}
