import { AsyncLocalStorage } from 'node:async_hooks';
import pino, { type DestinationStream, type Logger } from 'pino';

const secretNames = [
  'cookie',
  'authorization',
  'secret',
  'token',
  'password',
  'link',
  'setCookie',
  '["set-cookie"]',
  'body',
];

/** Three levels deep: pino's wildcards match one level each. */
const secretPaths = secretNames.flatMap((name) => {
  const dotted = name.startsWith('[') ? name : `.${name}`;
  return [name, `*${dotted}`, `*.*${dotted}`, `*.*.*${dotted}`];
});

const requestIds = new AsyncLocalStorage<string>();

/** Runs `work` so that every line logged inside carries the request's id. */
export function withRequestId<T>(id: string, work: () => T): T {
  return requestIds.run(id, work);
}

/** Takes the secret part out of paths of mailed links, the set-up link and addresses with a token. */
export function hideSecrets(text: string): string {
  return text
    .replace(
      /(\/(?:link|setup|reset-password|new-password|resume|l\/[^\s/]+|invitation\/[^\s/]+)\/)[^\s/?#"']+/g,
      '$1[hidden]',
    )
    .replace(/([?&](?:token|secret|code|key)=)[^\s&#"']+/g, '$1[hidden]')
    .replace(/\b((?:smtps?|postgres(?:ql)?|https?):\/\/[^\s:/@]*:)[^\s@]+@/g, '$1[hidden]@');
}

/** What PostgreSQL adds to an error: the failing row, the statement's place and its values, the whole connection. */
const rowParts = new Set(['detail', 'where', 'parameters', 'internalQuery', 'hint', 'client']);

/** An error without what people wrote: "Failing row contains (…)" holds a whole record. */
function errorWithoutRows(error: Error): object {
  const told = pino.stdSerializers.err(error) as Record<string, unknown>;
  const { cause } = error;
  return {
    ...Object.fromEntries(Object.entries(told).filter(([name]) => !rowParts.has(name))),
    ...(cause instanceof Error ? { cause: errorWithoutRows(cause) } : {}),
  };
}

/**
 * One JSON line per event, on standard output unless `to` is given. Fields named like secrets are replaced,
 * and so are secrets inside addresses, wherever they stand.
 */
export function createLog(options: { level?: string; to?: DestinationStream } = {}): Logger {
  return pino(
    {
      level: options.level ?? 'info',
      serializers: { err: errorWithoutRows },
      redact: { paths: secretPaths, censor: '[hidden]' },
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      mixin: () => {
        const requestId = requestIds.getStore();
        return requestId === undefined ? {} : { requestId };
      },
      hooks: { streamWrite: hideSecrets },
    },
    options.to ?? pino.destination(1),
  );
}
