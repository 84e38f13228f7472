import { type AreaKey, areaLabels } from '../programmes/area.ts';

export { type AreaKey, areaKeys } from '../programmes/area.ts';

export type Maturity = 0 | 1 | 2 | 3 | 4 | 5;

export const maturityWords: Record<Maturity, string> = {
  0: 'absent',
  1: 'ad hoc',
  2: 'begun',
  3: 'defined',
  4: 'measured',
  5: 'leading',
};

export interface Area {
  label: string;
  /** What the firm looks like at maturity 0 to 5. */
  anchors: readonly [string, string, string, string, string, string];
}

export const areas: Record<AreaKey, Area> = {
  strategy: {
    label: areaLabels.strategy,
    anchors: [
      'There is no idea of where the firm should be in three years.',
      'The owner has an aim in mind but nobody else knows it.',
      'An aim is written down, without steps or figures.',
      'A plan with steps, figures and owners is agreed.',
      'The plan is checked against figures every quarter and changed.',
      'The plan shapes the market, and others copy it.',
    ],
  },
  leadership: {
    label: areaLabels.leadership,
    anchors: [
      'Nobody is free to lead; everything is today’s work.',
      'The owner decides everything, when asked.',
      'Some decisions are handed on, without clear limits.',
      'Roles are clear and a management meeting happens.',
      'A board or adviser from outside checks progress by figures.',
      'The firm grows leaders and would run without its founder.',
    ],
  },
  customers: {
    label: areaLabels.customers,
    anchors: [
      'It is not known who would buy.',
      'Sales come from people the owner happens to know.',
      'A target customer is named and some marketing is tried.',
      'A sales process and a costed marketing plan are in use.',
      'Leads, conversion and customer value are measured each month.',
      'Customers bring customers, and the firm sets the standard.',
    ],
  },
  export: {
    label: areaLabels.export,
    anchors: [
      'No market beyond the present one has been thought of.',
      'Orders from elsewhere are filled when they happen to come.',
      'One new market has been looked into.',
      'A new market is entered with a plan and a partner.',
      'Sales and margin of each market are followed and compared.',
      'Several markets are led, each with its own growth.',
    ],
  },
  finance: {
    label: areaLabels.finance,
    anchors: [
      'The firm does not know whether it makes money.',
      'The accountant tells once a year how it went.',
      'Cash is watched and a simple forecast exists.',
      'Monthly accounts, budget and a cash forecast are in use.',
      'Margins by product are known and funders get what they ask.',
      'The firm chooses among investors and times its rounds.',
    ],
  },
  people: {
    label: areaLabels.people,
    anchors: [
      'The people needed are not there.',
      'Hiring happens in a hurry and without contracts in order.',
      'Roles are described and new people are shown round.',
      'Hiring, training and reviews follow a plan.',
      'Skills, turnover and satisfaction are measured and acted on.',
      'Good people come by themselves and stay.',
    ],
  },
  innovation: {
    label: areaLabels.innovation,
    anchors: [
      'There is no product that anybody has tried.',
      'Ideas are followed as they come.',
      'A prototype or first version is tested with users.',
      'A roadmap with budget decides what is developed.',
      'Projects are stopped or funded by measured results.',
      'The firm leads its field, with partners in research.',
    ],
  },
  operations: {
    label: areaLabels.operations,
    anchors: [
      'Delivery fails as often as it works.',
      'It works because somebody stays late.',
      'The main steps are written down.',
      'Processes and quality checks are followed by all.',
      'Cost, time and faults are measured and brought down.',
      'Certified, and visited by others who want to learn.',
    ],
  },
  digital: {
    label: areaLabels.digital,
    anchors: [
      'Paper, or files that only one person can find.',
      'Single tools that do not talk to each other.',
      'Main tools are chosen, backed up and used by most.',
      'Systems are joined, with access and security settled.',
      'Decisions rest on data that is current and trusted.',
      'Data is part of what customers pay for.',
    ],
  },
  legal: {
    label: areaLabels.legal,
    anchors: [
      'Nobody has looked at contracts, rights or duties.',
      'Problems are dealt with when they turn up.',
      'The main contracts and risks are listed.',
      'Rights are protected, contracts and policies in order.',
      'Duties are checked on dates and rights are watched.',
      'Rights earn money and the firm shapes standards.',
    ],
  },
  premises: {
    label: areaLabels.premises,
    anchors: [
      'There is no suitable place to work.',
      'The place is makeshift and hinders the work.',
      'The place will do for now, with no view of what comes.',
      'Space and equipment fit the plan of the next year.',
      'Use and cost of space are measured and growth is prepared.',
      'The place attracts customers, partners and people.',
    ],
  },
  environment: {
    label: areaLabels.environment,
    anchors: [
      'Energy, waste and carbon have never been looked at.',
      'A bill or a customer’s question was answered once.',
      'The main uses are known and first savings made.',
      'A plan with targets and an owner is in force.',
      'Carbon, energy and waste are measured and reported.',
      'Customers choose the firm because of it.',
    ],
  },
};
