-- The key of a sent form is bound to what was typed: other words under the same key are not taken for the first ones.

alter table idempotency_key add column input_hash text;

comment on column idempotency_key.input_hash is
  'Keyed hash of the parsed input; null for forms sent before there was one.';
