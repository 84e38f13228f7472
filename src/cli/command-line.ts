export interface CliCommand {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** What `--help` prints below the summary: usage and options. */
  readonly help: string;
  /** Help on a part, when the words before `--help` name one. */
  helpOf?(args: readonly string[]): string | undefined;
  /** Gives the exit code. An `AppError` is shown by its message. */
  run(args: readonly string[], env: NodeJS.ProcessEnv): Promise<number>;
}

/** Progress and results for the person at the terminal. */
export function say(words: string): void {
  process.stdout.write(`${words}\n`);
}

/** The same on the other stream, so that a command's `--json` output stays clean. */
export function sayAside(words: string): void {
  process.stderr.write(`${words}\n`);
}
