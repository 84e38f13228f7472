import { PhoneLink } from './phone-link.tsx';

interface Reachable {
  personId: string;
  name: string;
  phone: string | null;
  email: string | null;
}

/** Whom to ask, with a number to tap, at the end of a page of somebody without an account. */
export function WhomToRing({ people }: { people: readonly Reachable[] }) {
  const reachable = people.filter(({ phone, email }) => phone !== null || email !== null);
  if (reachable.length === 0) return null;
  return (
    <aside className="app-ring" aria-label="Whom to ring">
      <p className="govuk-body">
        Questions? Your {reachable.length === 1 ? 'adviser is' : 'advisers are'}:
      </p>
      <ul className="govuk-list">
        {reachable.map(({ personId, name, phone, email }) => (
          <li key={personId}>
            {name}
            {phone === null ? '' : ', '}
            {phone === null ? null : <PhoneLink number={phone} />}
            {email === null ? null : (
              <>
                <br />
                <a href={`mailto:${email}`}>{email}</a>
              </>
            )}
          </li>
        ))}
      </ul>
    </aside>
  );
}
