import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';

export interface Child {
  readonly process: ChildProcess;
  /** Sends a question and gives the next message that has the answer's name as a key. */
  ask<T>(question: unknown, answer: string): Promise<T>;
  /** Waits for a message without asking. */
  hear<T>(answer: string): Promise<T>;
  stop(): Promise<void>;
}

export interface ChildOptions {
  readonly args?: readonly string[];
  readonly execArgv?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** A Node process with a channel. What it prints is shown only when it ends before it was told to. */
export function startChild(program: string, options: ChildOptions = {}): Child {
  const child = fork(join(import.meta.dirname, program), [...(options.args ?? [])], {
    execArgv: [...(options.execArgv ?? [])],
    // NODE_ENV is left out: the programs must choose as they do on somebody's machine.
    // The allocator's setting is the one that bootstrap.mjs gives.
    env: { MALLOC_ARENA_MAX: '2', ...withoutMode(process.env), ...options.env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (piece: string) => (printed += piece));
  }
  const isOver = () => child.exitCode !== null || child.signalCode !== null;

  function hear<T>(answer: string): Promise<T> {
    return new Promise((done, failed) => {
      const ended = () => failed(new Error(`${program} ended early:\n${printed.slice(-4000)}`));
      const read = (message: unknown) => {
        if (typeof message !== 'object' || message === null || !(answer in message)) return;
        child.off('message', read);
        child.off('exit', ended);
        done((message as Record<string, unknown>)[answer] as T);
      };
      if (isOver()) return ended();
      child.on('message', read);
      child.once('exit', ended);
    });
  }

  return {
    process: child,
    hear,
    async ask<T>(question: unknown, answer: string) {
      const heard = hear<T>(answer);
      child.send(question as object);
      return heard;
    },
    async stop() {
      if (isOver()) return;
      const ended = new Promise((done) => child.once('exit', done));
      child.kill('SIGTERM');
      await ended;
    },
  };
}

function withoutMode(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => name !== 'NODE_ENV'));
}
