import { dateInZone, formatDate } from '../../../kernel/calendar.ts';
import type { Aside } from '../../../modules/diagnosis/aside/aside.ts';
import { Button, Form, HiddenField } from '../../../ui/form.tsx';
import { Details } from '../../../ui/summary-list.tsx';

interface PutAsideProps {
  rows: readonly (Aside & { enterprise: string; tag: string; why: string })[];
  zone: string;
  mayBringBack: boolean;
}

/** Rows that somebody kept or put off: who, why and until when, and the way back. */
export function PutAside({ rows, zone, mayBringBack }: PutAsideProps) {
  if (rows.length === 0) return null;
  return (
    <Details summary={`Put aside: ${rows.length}`}>
      <ul className="govuk-list app-lines">
        {rows.map((row) => (
          <li key={row.id}>
            <strong>{row.enterprise}</strong>: {row.why}
            <br />
            {row.until === null ? 'Kept' : `Not before ${formatDate(row.until)}`}
            {row.reason === '' ? '' : `: “${row.reason}”`}
            <span className="app-quiet">
              {' '}
              {row.by ?? 'somebody'}, {formatDate(dateInZone(row.at, zone))}
            </span>
            {mayBringBack ? (
              <Form label={`Bring back ${row.enterprise}, ${row.tag}`}>
                <HiddenField name="aside" value={row.id} />
                <Button kind="secondary">
                  Bring it back
                  <span className="govuk-visually-hidden">
                    : {row.enterprise}, {row.tag}
                  </span>
                </Button>
              </Form>
            ) : null}
          </li>
        ))}
      </ul>
    </Details>
  );
}
