import { addMonths } from '../../kernel/calendar.ts';
import { addEnterprise } from '../../modules/enterprises/commands/add-enterprise.ts';
import { addEnterprisePerson } from '../../modules/enterprises/commands/add-enterprise-person.ts';
import { grantRole } from '../../modules/people/commands/grant-role.ts';
import type { Company, Firm } from './company.ts';
import { inventedTelephone } from './telephone.ts';

interface Entrant {
  readonly name: string;
  readonly lead: string;
  readonly does: string;
  readonly sector: string;
  readonly sic: string;
  readonly postcode: string;
  readonly age: number;
  /** Eight digits; invented ones begin with 99. */
  readonly companyNumber: string;
  readonly source: 'public' | 'staff' | 'referral';
}

/** A firm applies: its record, its lead person, its adviser. */
export async function enter(company: Company, entrant: Entrant, adviserId: string): Promise<Firm> {
  const { stage, programmeId, staff } = company;
  const adviser = await stage.as(adviserId);
  const domain = `${entrant.name.toLowerCase().replace(/[^a-z]+/g, '-')}.example`;
  const since = `${addMonths(stage.day(), -entrant.age).slice(0, 8)}01`;
  const added = await addEnterprise(adviser, {
    programmeId,
    adviserId,
    source: entrant.source,
    isAnother: true,
    fields: {
      name: entrant.name,
      companyNumber: entrant.companyNumber,
      legalForm: 'Private limited company',
      incorporatedOn: since,
      tradingSince: since,
      sicCodes: [entrant.sic],
      sector: entrant.sector,
      description: `Makes ${entrant.does}.`,
      website: `www.${domain}`,
      tradingPostcode: entrant.postcode,
    },
  });
  if (!added.ok || added.enrolmentId === null) throw new Error(`${entrant.name} is known already`);
  const { personId } = await addEnterprisePerson(adviser, {
    enrolmentId: added.enrolmentId,
    name: entrant.lead,
    email: `${entrant.lead.split(' ')[0]?.toLowerCase() ?? 'hello'}@${domain}`,
    phone: inventedTelephone(entrant.lead),
    position: 'Managing director',
    isLead: true,
  });
  await grantRole(await stage.as(staff.managerId), {
    personId,
    role: 'participant',
    programmeId: null,
  });
  return {
    name: entrant.name,
    enrolmentId: added.enrolmentId,
    enterpriseId: added.enterpriseId,
    leadId: personId,
    adviserId,
  };
}
