import { Tag } from './tag.tsx';

/** Beside an address that a mail server refused: what it answered. */
export function Undelivered({ letter }: { letter: { because: string } | undefined }) {
  if (!letter) return null;
  return (
    <>
      <br />
      <Tag tone="bad">could not be delivered</Tag> {letter.because}
    </>
  );
}
