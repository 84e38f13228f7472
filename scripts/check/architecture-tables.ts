import { confinedPackages, layers, moduleLevels } from '../../architecture.mjs';

/** The tables of docs/architecture.md. */
export function architectureTables(): string {
  const layerRows = layers.map(
    (layer) =>
      `| ${layer.name} | ${layer.paths.map((path) => `\`${path}\``).join(', ')} | ${layer.sees.join(', ') || '–'} | ${layer.duty} |`,
  );
  const moduleRows = moduleLevels.map((level, at) => {
    const lower = moduleLevels.slice(0, at).flat().join(', ') || '–';
    return `| ${at + 1} | ${level.join(', ')} | ${lower} |`;
  });
  const packageRows = confinedPackages.map(
    ({ packages, only }) =>
      `| ${packages.join(', ')} | ${only.map((path) => `\`${path.replaceAll('\\', '').replace('.+', '…')}\``).join(', ')} |`,
  );
  return [
    ['| Layer | Where | Imports | Duty |', '|---|---|---|---|', ...layerRows],
    ['| Level | Modules | May import |', '|---|---|---|', ...moduleRows],
    ['| Package | Only in |', '|---|---|', ...packageRows],
  ]
    .map((lines) => lines.join('\n'))
    .join('\n\n');
}
