import { redirect } from 'react-router';
import { withBack } from '../../../kernel/back-path.ts';
import { actAccountPage, authHeaders, backOf } from '../../account-page.ts';

export function loader() {
  return redirect('/');
}

export const action = actAccountPage(async ({ app, url, request, peer, done }) => {
  const answer = await app.auth.api.signOut({
    headers: authHeaders(request, peer),
    asResponse: true,
  });
  return done(withBack('/sign-in', backOf(url)), 'You are signed out.', answer);
});
