import { Outlet } from 'react-router';
import { requireAccount } from '../../account-page.ts';

export const middleware = [requireAccount];

export default function Frame() {
  return <Outlet />;
}
