import type { Column, Table } from './catalogue.ts';

const types: Record<string, string> = {
  boolean: 'boolean',
  bytea: 'Buffer',
  integer: 'number',
  smallint: 'number',
  bigint: 'number',
  numeric: 'number',
  real: 'number',
  'double precision': 'number',
  json: 'unknown',
  jsonb: 'unknown',
};

/** schema/tables.ts: Kysely's view of the tables. Dates, instants, times and ranges are strings. */
export function kyselyTables(tables: readonly Table[]): string {
  const interfaces = tables.map(tableInterface).join('\n');
  const wrappers = ['Generated', 'GeneratedAlways'].filter((name) =>
    interfaces.includes(`${name}<`),
  );
  const listed = tables.map(({ name }) => `  ${name}: ${interfaceName(name)};\n`).join('');
  const head = `import type { ${wrappers.join(', ')} } from 'kysely';\n`;
  return `${head}\n${interfaces}\nexport interface DB {\n${listed}}\n`;
}

function tableInterface(table: Table): string {
  const lines = table.columns.map((column) => `  ${column.name}: ${columnType(column)};\n`);
  return `export interface ${interfaceName(table.name)} {\n${lines.join('')}}\n`;
}

function interfaceName(table: string): string {
  const words = table.split('_').map((word) => word.slice(0, 1).toUpperCase() + word.slice(1));
  return `${words.join('')}Table`;
}

function columnType(column: Column): string {
  const isArray = column.type.endsWith('[]');
  const base = column.type.replace(/\[\]$/, '').replace(/\(.*\)/, '');
  const single = types[base] ?? 'string';
  const held = isArray ? `${single}[]` : single;
  const type = column.isRequired || held === 'unknown' ? held : `${held} | null`;
  if (column.isComputed) return `GeneratedAlways<${type}>`;
  return column.fallback === null ? type : `Generated<${type}>`;
}
