import { consequences } from '../../src/modules/leaving/consequences.ts';
import {
  type Consequence,
  endingWords,
  endings,
  fateWords,
  hangerWords,
  hangers,
} from '../../src/modules/leaving/ending.ts';

const readerWords = {
  mentor: 'the mentor',
  enterprise: 'the firm',
  adviser: 'the adviser',
  manager: 'the manager',
} as const;

/** The tables of docs/endings.md: one for each ending, with what becomes of everything that hangs on it. */
export function endingsTables(): string {
  return endings
    .map((ending) =>
      [
        `## ${endingWords[ending]}`,
        '',
        '| What hangs on it | What becomes of it | Who is told |',
        '|---|---|---|',
        ...hangers.map((hanger) => rowOf(hangerWords[hanger], consequences[ending][hanger])),
      ].join('\n'),
    )
    .join('\n\n');
}

function rowOf(what: string, { fate, told, note }: Consequence): string {
  const becomes = [`${fateWords[fate]}.`, note].filter((text) => text !== '').join(' ');
  const readers = told.map((reader) => readerWords[reader]).join(', ') || '–';
  return `| ${what} | ${becomes} | ${readers} |`;
}
