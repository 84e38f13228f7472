import type { Column, Table } from './catalogue.ts';

/** One table as it stands after all migrations, for reading and comparing; it is not run. */
export function describeTable(table: Table): string {
  const columns = table.columns.map(describeColumn);
  const constraints = table.constraints.map((constraint) => `constraint ${constraint}`);
  const body = [...columns, ...constraints].map((line) => `  ${line}`).join(',\n');
  const statements = [
    `create table ${table.name} (\n${body}\n)`,
    ...table.indexes.map((index) => index.replaceAll('public.', '')),
    ...(table.isForced ? [`alter table ${table.name} force row level security`] : []),
    ...table.policies.map((policy) => {
      const [name, ...rest] = policy.split(' ');
      return `create policy ${name} on ${table.name} ${rest.join(' ')}`;
    }),
    ...(table.rights === '' ? [] : [`grant ${table.rights} on ${table.name} to espalier_app`]),
    ...table.triggers.map((trigger) => trigger.replaceAll('public.', '')),
    ...comments(table),
  ];
  return statements.map((statement) => `${statement};\n`).join('');
}

function describeColumn(column: Column): string {
  const parts = [column.name, column.type];
  if (column.isComputed) parts.push(`generated always as (${column.fallback})`);
  else if (column.fallback !== null) parts.push(`default ${column.fallback}`);
  if (column.isRequired) parts.push('not null');
  return parts.join(' ');
}

function comments(table: Table): string[] {
  const quote = (text: string) => `'${text.replaceAll("'", "''")}'`;
  const ofColumns = table.columns.flatMap((column) =>
    column.comment === null
      ? []
      : [`comment on column ${table.name}.${column.name} is ${quote(column.comment)}`],
  );
  if (table.comment === null) return ofColumns;
  return [`comment on table ${table.name} is ${quote(table.comment)}`, ...ofColumns];
}
