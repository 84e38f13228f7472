import { type FormAnswer, textOf } from '../../../kernel/form-answer.ts';
import { ConflictPanel } from '../../../ui/conflict-panel.tsx';

interface Row {
  name: string;
  email: string | null;
  phone: string | null;
  access_needs: string | null;
  quiet_from: string;
  quiet_to: string;
  version: number;
}

/** A person's row as the form shows it. */
export function formOfPerson(row: Row) {
  return {
    name: row.name,
    email: row.email ?? '',
    phone: row.phone ?? '',
    accessNeeds: row.access_needs ?? '',
    quietFrom: row.quiet_from.slice(0, 5),
    quietTo: row.quiet_to.slice(0, 5),
    version: row.version,
  };
}

const labels = {
  name: 'Name',
  email: 'Email address',
  phone: 'Telephone',
  accessNeeds: 'Access needs',
  quietFrom: 'Quiet from',
  quietTo: 'Quiet to',
} as const;

/** Both versions, when somebody else changed the person meanwhile. */
export function PersonConflict({ answer }: { answer: FormAnswer }) {
  if (!answer.theirs) return null;
  const theirs = formOfPerson(answer.theirs as object as Row);
  const names = Object.keys(labels) as (keyof typeof labels)[];
  return (
    <ConflictPanel
      what="person"
      reloadHref="?"
      rows={names
        .filter((name) => answer.values[name] !== undefined)
        .map((name) => ({
          label: labels[name],
          mine: textOf(answer.values, name),
          theirs: theirs[name],
        }))}
    />
  );
}
