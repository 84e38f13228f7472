import type { AreaKey } from '../../modules/programmes/area.ts';

interface AreaWords {
  /** What is needed, in a sentence. */
  readonly needs: readonly string[];
  /** What a session was about. */
  readonly summaries: readonly string[];
  /** What was agreed. */
  readonly actions: readonly string[];
}

/** What advisers and mentors write, by area. */
export const areaWords: Record<AreaKey, AreaWords> = {
  strategy: {
    needs: [
      'Needs to decide which of three markets to serve first.',
      'Wants a three-year plan that the team can follow.',
    ],
    summaries: [
      'Compared the three markets by margin and effort; one can be dropped.',
      'Drew the aims for three years on one page and worked back to this quarter.',
      'Went through the plan against the figures of the quarter.',
    ],
    actions: [
      'Write the one-page plan and show it to the team',
      'List the ten best customers with their margin',
    ],
  },
  leadership: {
    needs: [
      'The founder decides everything; the team waits.',
      'Needs a management meeting that decides.',
    ],
    summaries: [
      'Agreed which decisions the team takes without the founder.',
      'Prepared the first management meeting: figures, three topics, decisions.',
      'Looked for a chair from outside and wrote what they would do.',
    ],
    actions: [
      'Hold a management meeting every second Tuesday',
      'Write down who decides what up to £5,000',
    ],
  },
  customers: {
    needs: [
      'Sells only to people the founder knows; needs a sales process.',
      'Good product, few leads; the message is not clear.',
    ],
    summaries: [
      'Followed the last ten sales back to how they began.',
      'Rewrote the offer for one kind of customer and tried it on two.',
      'Set up a simple list of leads with the next step for each.',
    ],
    actions: [
      'Ring five past customers and ask why they bought',
      'Put prices and three examples on the website',
    ],
  },
  export: {
    needs: [
      'Orders come from Germany by chance; wants to enter properly.',
      'Needs a partner abroad and the paperwork right.',
    ],
    summaries: [
      'Looked at two distributors and what they would want.',
      'Went through customs, terms and who carries the risk.',
      'Prepared the visit to the trade fair: whom to meet and why.',
    ],
    actions: [
      'Ask both distributors for a meeting',
      'Get a quote for insurance of the first delivery',
    ],
  },
  finance: {
    needs: [
      'Cash runs short every quarter; needs a forecast.',
      'Wants to raise £250,000 and has no figures an investor would read.',
    ],
    summaries: [
      'Built a cash forecast for 13 weeks from the bank statements.',
      'Went through the investor’s likely questions on margin and growth.',
      'Compared a loan, a grant and a round of equity.',
    ],
    actions: [
      'Bring the forecast up to date every Friday',
      'Send the monthly accounts by the tenth',
    ],
  },
  people: {
    needs: [
      'Has to hire three engineers and does not find them.',
      'Grew fast; contracts and reviews are missing.',
    ],
    summaries: [
      'Rewrote the advertisement and where it is placed.',
      'Agreed a plan for the first ninety days of a new colleague.',
      'Talked through pay bands and who could become team leader.',
    ],
    actions: [
      'Write role descriptions for the two open posts',
      'Hold a first review with every colleague',
    ],
  },
  innovation: {
    needs: [
      'The prototype works; needs a way to a product.',
      'Looks for a university to test the material with.',
    ],
    summaries: [
      'Sorted the list of features into must, should and later.',
      'Planned a trial with two customers and what would count as success.',
      'Met the research group and drew up a first project.',
    ],
    actions: [
      'Agree the trial with the two customers in writing',
      'Set a date at which the second project is stopped or funded',
    ],
  },
  operations: {
    needs: [
      'Deliveries are late; nobody knows where time is lost.',
      'Wants ISO 9001 because a customer asks.',
    ],
    summaries: [
      'Walked the line and timed each step; two queues stand out.',
      'Wrote down the five main steps and who checks them.',
      'Went through last month’s complaints and their causes.',
    ],
    actions: ['Measure lead time for four weeks', 'Move the test bench beside assembly'],
  },
  digital: {
    needs: [
      'Stock, orders and accounts are in three tools that do not talk.',
      'Wants to sell online and has no data on visitors.',
    ],
    summaries: [
      'Drew how an order travels through the tools and where it is typed twice.',
      'Compared two systems by what they would save in hours.',
      'Set up simple measurement of the website.',
    ],
    actions: [
      'Ask both suppliers for a trial with our own data',
      'Stop the double entry of orders',
    ],
  },
  legal: {
    needs: [
      'Unsure whether to patent before showing the product.',
      'Customer contracts are copied from a competitor.',
    ],
    summaries: [
      'Went through what is new and what has been shown already.',
      'Read the customer contract and marked five risks.',
      'Sorted which data of customers are kept and why.',
    ],
    actions: ['Talk to a patent attorney before the fair', 'Have the new contract checked'],
  },
  premises: {
    needs: [
      'Bursting at the seams; needs 600 m² with a loading bay in a year.',
      'The lease ends and the new one is dearer.',
    ],
    summaries: [
      'Listed what the next building must have.',
      'Went through the lease with its break clauses.',
    ],
    actions: ['View two units in the district', 'Ask the landlord for a year more'],
  },
  environment: {
    needs: ['Customers ask for a carbon figure and there is none.', 'Energy costs have doubled.'],
    summaries: [
      'Collected meter readings and found the night load.',
      'Worked out a first footprint by scope.',
      'Went through three measures with cost and saving.',
    ],
    actions: ['Switch the compressor off at night', 'Ask two suppliers for recycled material'],
  },
};
