import { Outlet } from 'react-router';
import { ErrorWords, wordsOfError } from './error-page.tsx';

/** Around the pages of a frame: what goes wrong in one of them is said inside the frame. */
export default function Within() {
  return <Outlet />;
}

export function ErrorBoundary({ error }: { error: unknown }) {
  return <ErrorWords {...wordsOfError(error)} />;
}
