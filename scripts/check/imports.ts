import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { cruise } from 'dependency-cruiser';
import settings from '../../.dependency-cruiser.mjs';

export interface ForbiddenImport {
  readonly rule: string;
  readonly from: string;
  readonly to: string;
  /** The files of a circle, one after the other. */
  readonly circle: readonly string[];
}

/** Reads every import below `root` and gives those that a rule of architecture.mjs forbids. */
export async function forbiddenImports(root: string): Promise<ForbiddenImport[]> {
  const folders = ['src', 'packages', 'schema', 'test', 'scripts'].filter((folder) =>
    existsSync(join(root, folder)),
  );
  const { output } = await cruise(folders, {
    ...settings.options,
    baseDir: root,
    validate: true,
    ruleSet: { forbidden: settings.forbidden },
  });
  if (typeof output === 'string') throw new Error('dependency-cruiser gave text, not findings');
  return output.summary.violations.map((violation) => ({
    rule: violation.rule.name,
    from: violation.from,
    to: violation.to,
    circle: (violation.cycle ?? []).map((step) => step.name),
  }));
}

/** Findings as lines, with the reason that the rule gives. */
export async function checkImports(root: string): Promise<string[]> {
  const comments = new Map(settings.forbidden.map((rule) => [rule.name, rule.comment]));
  const found = await forbiddenImports(root);
  return found.map(
    ({ rule, from, to, circle }) =>
      `${[from, ...(circle.length > 0 ? circle : [to])].join(' imports ')}\n    ${rule}: ${comments.get(rule) ?? ''}`,
  );
}
