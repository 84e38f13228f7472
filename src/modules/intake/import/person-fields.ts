import { targetFields } from './target-field.ts';

const namesOfPeople = `
name | Name | text | name, full name, person, person name, contact, contact name, participant, participant name, mentor, mentor name, ansprechpartner, ansprechpartnerin, kontaktperson, mentorin, coach, adviser name, volunteer, volunteer name
firstName | First name | text | first name, forename, given name, firstname, forenames, vorname, prénom
lastName | Last name | text | last name, surname, family name, lastname, nachname, familienname, nom de famille
email | Email | email | email, e mail, email address, e mail address, contact email, work email, mail, e mail adresse, emailadresse, mailadresse, courriel
phone | Telephone | phone | phone, telephone, tel, mobile, phone number, telephone number, mobile number, mobile phone, contact number, tel no, telefon, telefonnummer, handy, mobil, mobilnummer, mob, téléphone`;

/** What a list of people may tell, and the firm by which they are placed. */
export const personFields = targetFields(`${namesOfPeople}
position | Position | text | position, job title, role, job role, title role, funktion, stellung, fonction
enterpriseName | Enterprise | text | company, company name, enterprise, enterprise name, business, business name, organisation, organisation name, organization, firm, firm name, employer, firma, firmenname, unternehmen, unternehmensname, betrieb, entreprise, société
companyNumber | Company number of the enterprise | company-number | company number, company no, company registration number, crn, companies house number, registration number
isLead | Main contact | text | main contact, lead, lead contact, primary, primary contact, is lead
`);

/** What a list of mentors may tell. */
export const mentorFields = targetFields(`${namesOfPeople}
headline | Headline | text | headline, job, job title, position, title role, current role, strapline, beruf, tagline
story | Background | text | story, background, bio, biography, profile, about, summary, experience, lebenslauf, werdegang, kurzprofil
supplierName | Supplier | text | supplier, supplier name, company, company name, business, business name, firm, organisation, organization, consultancy, employer, firma, unternehmen
supplierCompanyNumber | Company number of the supplier | company-number | company number, company no, company registration number, supplier company number, crn
expertise+ | Areas of expertise | text | expertise, areas of expertise, area of expertise, expert in, specialism, specialisms, speciality, specialities, skills, topics, areas, competences, competencies, can help with, fachgebiet, fachgebiete, schwerpunkt, schwerpunkte, kompetenzen, themen, areas of interest, can mentor on, mentoring topics
sectors+ | Sectors | text | sectors, sector, industries, industry, sector experience, industry experience, branche, branchen
languages | Languages | text | languages, language, languages spoken, speaks, sprache, sprachen
meets | Ways to meet | text | meets, meeting modes, meeting mode, ways to meet, delivery mode, how they meet
roles | Mentor roles | text | mentor roles, mentoring roles, roles, mentor role, type of mentor, mentor type
stages | Stages of enterprises | text | stages, stage, business stage, business stages, stages of business
sizes | Sizes of enterprises | text | sizes, size, business size, business sizes, size bands
places | Enterprises at a time | number | places, capacity, number of enterprises, maximum enterprises, max enterprises, max clients, enterprises at a time, number of mentees, max mentees, kapazität, plätze
hoursPerMonth | Hours a month | number | hours per month, hours a month, hours month, monthly hours, availability hours, hours available
authorityCodes+ | Local authorities | text | local authorities, authorities, areas served, councils, local authority codes, authority codes, local authority code, areas covered, area codes
homePostcode | Home postcode | postcode | postcode, post code, postal code, home postcode, zip, plz, postleitzahl
inductedOn | Inducted on | date | inducted on, induction date, date of induction, inducted
codeSignedOn | Code signed on | date | code signed on, code signed, code of conduct signed, code of conduct, date code signed
contractFrom | Contract from | date | contract from, contract start, contract start date, start date, appointed on
contractTo | Contract to | date | contract to, contract end, contract end date, end date, contract until
`);
