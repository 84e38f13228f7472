import { redirect } from 'react-router';
import { actAccountPage, authHeaders } from '../../account-page.ts';

export function loader() {
  return redirect('/');
}

export const action = actAccountPage(async ({ app, request, peer, done }) => {
  const answer = await app.auth.api.signOut({
    headers: authHeaders(request, peer),
    asResponse: true,
  });
  return done('/sign-in', 'You are signed out.', answer);
});
