import { parseArgs } from 'node:util';
import { AppError } from '../kernel/errors.ts';
import { listWords } from '../kernel/text.ts';
import { createAdmin } from '../modules/people/commands/create-admin.ts';
import { allOrganisations, organisationBySlug } from '../modules/people/reads.ts';
import { makePasswordLink } from '../platform/auth/password-link.ts';
import { readConfig } from '../platform/config.ts';
import type { App } from '../platform/context.ts';
import { migrate } from '../platform/migrate.ts';
import { systemActor } from '../platform/permission.ts';
import { openPostgres } from '../platform/postgres/open.ts';
import { type CliCommand, say, sayAside } from './command-line.ts';
import { withApp } from './with-app.ts';

export const createAdminCommand: CliCommand = {
  name: 'create-admin',
  summary: 'makes somebody an administrator and prints a link to sign in with',
  help: `Usage: npm run espalier -- create-admin --email name@example.org --name "Asha Patel" [--org slug]

  --email   the address to sign in with
  --name    the name, when the address is new
  --org     the organisation's short name; needed when there are several

Somebody who has an account gets a link to choose a new password; it works for an hour.
Somebody new gets an invitation; it works for 14 days.`,
  async run(args, env) {
    const { values } = parseArgs({
      args: [...args],
      options: { email: { type: 'string' }, name: { type: 'string' }, org: { type: 'string' } },
    });
    const config = readConfig(env);
    const postgres = await openPostgres(config, {
      purpose: 'create-admin',
      manner: 'share',
      report: sayAside,
    });
    try {
      await migrate(postgres.owner, { report: sayAside });
      await withApp(config, postgres, 'warn', (app) => make(app, values));
      return 0;
    } finally {
      await postgres.stop('patient');
    }
  },
};

interface Wish {
  email?: string | undefined;
  name?: string | undefined;
  org?: string | undefined;
}

async function make(app: App, wish: Wish): Promise<void> {
  const slug = wish.org ?? (await onlyOrganisation(app));
  const org = await app.database.anonymous((tx) => organisationBySlug(tx, slug));
  if (!org) {
    throw new AppError('not-found', `There is no organisation with the short name ${slug}.`);
  }
  const ctx = { app, org, orgId: org.orgId, actor: systemActor, clock: app.clock };
  const made = await createAdmin(ctx, {
    email: wish.email ?? '',
    name: wish.name ?? '',
  }).catch((error: unknown) => {
    if (error instanceof AppError && error.code === 'invalid') throw explained(error);
    throw error;
  });
  const url =
    made.userId === null ? made.url : `${app.url}${await makePasswordLink(app.auth, made.userId)}`;
  say(`${wish.email} is an administrator of ${org.name}. Open this link once:\n  ${url}`);
}

function explained(error: AppError): AppError {
  const lines = Object.entries(error.fields).map(([name, message]) => `  --${name}: ${message}`);
  return new AppError('invalid', lines.join('\n'));
}

async function onlyOrganisation(app: App): Promise<string> {
  const [first, ...others] = await app.database.anonymous(allOrganisations);
  if (first === undefined) {
    throw new AppError(
      'precondition',
      'There is no organisation yet. Run npm start and open the set-up link that it prints.',
    );
  }
  if (others.length > 0) {
    throw new AppError(
      'invalid',
      `There are several organisations. Add --org with one of ${listWords([first, ...others], 'or')}.`,
    );
  }
  return first;
}
