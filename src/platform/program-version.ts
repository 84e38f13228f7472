import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectDirectory } from './data-directory.ts';

/** The version in package.json. */
export function programVersion(): string {
  const text = readFileSync(join(projectDirectory, 'package.json'), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}
