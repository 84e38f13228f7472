import { useLoaderData } from 'react-router';
import { organisationsOf } from '../../../modules/people/reads.ts';
import { Panel } from '../../../ui/card.tsx';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { listWords } from '../../../kernel/text.ts';
import { loadAccountPage } from '../../account-page.ts';

/** For everybody; who has signed in reads the name of whom to write to. */
export const loader = loadAccountPage(async ({ app, account }) => {
  if (!account) return { organisations: [] };
  const found = await app.database.anonymous((tx) => organisationsOf(tx, account.userId));
  return { organisations: found.map(({ name }) => name) };
});

export default function Screen() {
  const { organisations } = useLoaderData<typeof loader>();
  const whom =
    organisations.length > 0
      ? listWords(organisations)
      : 'the organisation that runs your programme';
  return (
    <>
      <title>Accessibility – Espalier</title>
      <PageHeading
        title="Accessibility"
        caption="Everybody should be able to use these pages. This is how far we are, and whom to tell."
      />
      <Panel title="What you can do here">
        <ul className="govuk-list govuk-list--bullet">
          <li>Enlarge the text to 400 % or read on a narrow phone without scrolling sideways.</li>
          <li>Do everything with the keyboard, and see where you are.</li>
          <li>Use a screen reader: headings, tables, fields and errors carry their names.</li>
          <li>Fill in every form without scripts; passkeys alone need them.</li>
          <li>Read each chart as a table too.</li>
          <li>Print any page.</li>
        </ul>
      </Panel>
      <Panel title="The standard">
        <p className="govuk-body">
          Espalier is made to meet the Web Content Accessibility Guidelines 2.2 at level AA. We know
          of no page that falls short. Documents that other people upload may: ask for another form
          of them.
        </p>
      </Panel>
      <Panel title="How it was tested">
        <p className="govuk-body">
          With each change, a real browser walks through what each role does, at the width of a
          phone and of a desk. On the way axe checks the pages against WCAG 2.2 A and AA, and any
          finding stops the change. A machine finds only a part of what can be wrong. No outside
          expert has looked at Espalier yet, and no test with users of screen readers has been held.
        </p>
      </Panel>
      <Panel title="Tell us, or complain">
        <p className="govuk-body">
          Something you cannot read or do? Tell {whom}: speak to your adviser, or to the person who
          invited you. Say which page, what you wanted to do, and what you use to read it. They owe
          you an answer, and until it is mended the same thing in another way: by telephone, on
          paper, in large print.
        </p>
        <p className="govuk-body">
          If the answer does not satisfy you, ask for the organisation’s own complaints procedure.
          In England, Scotland and Wales the Equality Advisory and Support Service advises you; in
          Northern Ireland the Equality Commission.
        </p>
      </Panel>
    </>
  );
}
