import { type FormValues, listOf, numberOf, textOf } from '../../kernel/form-answer.ts';
import type { AreaKey } from './areas.ts';
import type { Need } from './need.ts';

export const priorityWords: Record<string, string> = {
  1: 'Can wait',
  2: 'Normal',
  3: 'Pressing',
};

export const seenByWords: Record<Need['seenBy'], string> = {
  enterprise: 'The firm',
  adviser: 'The adviser',
  mentor: 'A mentor',
};

/** The fields of one need from a form; `at` tells several on a page apart. */
export function needOfForm(form: FormValues, at = '') {
  const name = (field: string) => `${field}${at}`;
  return {
    area: textOf(form, name('area')) as AreaKey,
    detail: textOf(form, name('detail')),
    topics: listOf(form, name('topics')).flatMap((text) =>
      text.split(/[,;\n]/).flatMap((topic) => topic.trim() || []),
    ),
    seenBy: (textOf(form, name('seenBy')) || 'adviser') as Need['seenBy'],
    priority: numberOf(form, name('priority')) ?? 2,
    minutesPerMonth: Math.round((numberOf(form, name('hours')) ?? 2) * 60),
  };
}

/** Begins the names of fields that say how pressing a need is that is open already. */
export const openPrefix = 'open.';

/** How pressing the needs are that were open already, from the form that completes a diagnosis. */
export function openNeedsOfForm(form: FormValues): { needId: string; priority: number }[] {
  return Object.keys(form).flatMap((name) => {
    const priority = name.startsWith(openPrefix) ? numberOf(form, name) : undefined;
    return priority === undefined ? [] : [{ needId: name.slice(openPrefix.length), priority }];
  });
}

/** The command's names as the form calls them, so that errors land where they belong. */
export function namedAsNeed(fields: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, message]) => {
      const [, at, field = name] = /^priorities\.(\d+)\.(\w+)/.exec(name) ?? [];
      const own = field.startsWith('topics.') ? 'topics' : field;
      return [
        `${own === 'minutesPerMonth' ? 'hours' : own}${at === undefined ? '' : `.${at}`}`,
        message,
      ];
    }),
  );
}
