import type { ReactNode } from 'react';

/** The first letters of a person's first and last name. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/u);
  const [first = '', last = ''] = [words[0], words.length > 1 ? words.at(-1) : ''];
  return [first, last]
    .map((word) => /./u.exec(word)?.[0] ?? '')
    .join('')
    .toLocaleUpperCase('en-GB');
}

/** A person in a list: initials, name, and what they are. */
export function Who({ name, href, note }: { name: string; href?: string; note?: ReactNode }) {
  return (
    <div className="app-who">
      <span className="app-avatar" aria-hidden="true">
        {initialsOf(name)}
      </span>
      <div>
        <p>{href ? <a href={href}>{name}</a> : name}</p>
        {note ? <p>{note}</p> : null}
      </div>
    </div>
  );
}
