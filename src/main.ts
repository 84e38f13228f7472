import type { CliCommand } from './cli/command-line.ts';
import { say, sayAside } from './cli/command-line.ts';
import { commands } from './cli/commands.ts';

/** `main.ts [command] [options]`; without a command it serves. */
async function main(words: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  const [first = 'serve', ...rest] = words;
  const isOption = first.startsWith('-');
  if (first === 'help' || (isOption && (first === '--help' || first === '-h'))) return sayHelp();
  const wanted = isOption ? 'serve' : first;
  const found = commands.find((command) => command.name === wanted);
  if (!found) {
    sayAside(`There is no command "${wanted}".`);
    return sayHelp(1);
  }
  const args = isOption ? words : rest;
  if (args.includes('--help') || args.includes('-h')) return sayHelpOf(found, args);
  return found.run(args, env);
}

function sayHelp(code = 0): number {
  const width = Math.max(...commands.map((command) => command.name.length));
  const list = commands.map((command) => `  ${command.name.padEnd(width)}   ${command.summary}`);
  const words = ['Usage: npm run espalier -- <command> [options]', '', ...list, ''];
  (code === 0 ? say : sayAside)([...words, 'Add --help to a command for its options.'].join('\n'));
  return code;
}

function sayHelpOf(command: CliCommand, args: readonly string[]): number {
  const help = command.helpOf?.(args) ?? command.help;
  say(`espalier ${command.name}: ${command.summary}\n\n${help}`);
  return 0;
}

// The channel to the bootstrap must not keep the process alive.
process.channel?.unref();
try {
  process.exitCode = await main(process.argv.slice(2), process.env);
} catch (error) {
  // What a person can mend is said in words; anything else is a fault and shows where it arose.
  const isTold = error instanceof Error && (error.name === 'AppError' || 'code' in error);
  sayAside(isTold ? error.message : String(error instanceof Error ? error.stack : error));
  process.exitCode = 1;
}
