import { type SourceFile, sourceFiles } from './source-files.ts';

/**
 * A page whose action runs several commands reads which one from a closed list (`verbOf`): what falls through may be
 * the one that cannot be undone. Commands that follow each other stand in a function of their own.
 */
export function checkVerbs(root: string): string[] {
  return sourceFiles(root, ['src/modules', 'src/web'])
    .filter(({ path }) => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path))
    .flatMap((file) => {
      const found = commandsOf(file);
      if (found.length < 2 || /\bverbOf\(/.test(actionOf(file.text))) return [];
      return [
        `${file.path}: its action runs ${found.join(' or ')}; read which with verbOf(form, [ … ])`,
      ];
    });
}

function commandsOf({ text }: SourceFile): string[] {
  const action = actionOf(text);
  return [...text.matchAll(/import \{([^}]+)\} from '[^']*\/commands\/[^']+'/g)]
    .flatMap((match) => (match[1] ?? '').split(','))
    .map((name) => name.trim())
    .filter((name) => /^[a-z]\w+$/.test(name))
    .filter((name) => new RegExp(`\\b${name}\\(`).test(action));
}

/** The text of `action`, up to the first line that ends a statement at the margin. */
function actionOf(text: string): string {
  const start = text.search(/^export const action = /m);
  if (start === -1) return '';
  const rest = text.slice(start);
  const end = rest.search(/^\}\);$/m);
  return end === -1 ? rest : rest.slice(0, end);
}
