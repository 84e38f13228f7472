import { targetFields } from './target-field.ts';

/**
 * What a list of firms may tell. The aliases hold partners' lists, customer systems and the register's own
 * headers. An address that is not called registered is where the firm trades.
 */
export const enterpriseFields = targetFields(`
name | Name | text | company name, enterprise name, business name, organisation name, firm name, enterprise, business, organisation, organization, company, firm, legal name, registered name, account name, client name, client, sme, sme name, supplier name, name, firma, firmenname, name der firma, unternehmen, unternehmensname, betrieb, société, entreprise, raison sociale, nom de l entreprise, empresa, razón social, bedrijf, bedrijfsnaam, ditta, azienda, enw r cwmni
tradingName | Trading name | text | trading name, trade name, trading as, t a, brand, also known as
companyNumber | Company number | company-number | company number, company no, company registration number, company registration no, company reg number, company reg no, companies house number, companies house no, registered number, registration number, registration no, reg no, reg number, crn, co number, co no, co reg no, comp no, ch number, ch no
vatNumber | VAT number | vat-number | vat number, vat no, vat registration number, vat registration no, vat reg no, vat reg number, vat id, vat, ust idnr, ust id, ustid, ust id nr, umsatzsteuer id, mwst nr, numéro de tva, tva, btw nummer
companyStatus | Status at the register | text | company status, register status, companies house status
legalForm | Legal form | text | legal form, legal status, legal structure, legal type, business legal type description, company category, company type, business type, type of company, type of organisation, organisation type, rechtsform, forme juridique
incorporatedOn | Incorporated on | date | incorporation date, date of incorporation, incorporated on, incorporated, date of creation, date incorporated, company registration date, registered on, gründungsdatum, date de création, company formed, formed on
tradingSince | Trading since | date | trading since, trading start date, date started trading, started trading, started, trading from, start of trading, date of trading, founding year, year founded, founded, year established, established, date established, date est, est, estd, year est, year of foundation, foundation year, business start date, gründungsjahr, gegründet, gründung, année de création, start up date, date of start
sicCodes+ | SIC codes | sic | sic code, sic codes, sic, sic code sic text, sic text, primary sic, primary sic code, main sic code, uk sic code, sic uk, industry code, business category code, nace, nace code
sector | Sector | text | sector, industry, industry sector, business sector, business category code description, business category, sic description, sic code description, industry description, branche, wirtschaftszweig, secteur, trade
description | What the firm does | text | description, business description, company description, what they do, what the firm does, business activity, activity, activities, nature of business, about, summary, beschreibung, tätigkeit, geschäftstätigkeit, description de l activité, products or services, products and services
website | Website | website | website, web site, web, web address, website address, website url, url, homepage, home page, domain, webseite, internetseite, internet, internetadresse, site web, site internet, página web
phone | Telephone | phone | phone, telephone, tel, tel no, phone number, telephone number, telephone no, phone no, main phone, office phone, switchboard, landline, telefon, telefonnummer, telefon nr, tel nr, fon, rufnummer, telephone main, téléphone, teléfono, telefoon, tel number, ffôn
registeredAddress+ | Registered office | place | registered office, registered office address, registered address, registered address line, registered office address line, registered town, registered city, registered county, registered country, reg address care of, reg address po box, reg address address line, reg address post town, reg address county, reg address country, registered office address post town, registered office address county, firmensitz, sitz, siège social
registeredPostcode | Postcode of the registered office | postcode | registered postcode, registered post code, registered office postcode, registered address postcode, reg address post code, registered office address post code
tradingAddress+ | Trading address | place | trading address, trading address line, trading town, trading city, trading county, trading country, address, address line, address city, address town, address street, address county, street, street address, address street, postal address, business address, town, post town, city, town city, county, region, state province, country, building, locality, straße, strasse, str, straße und hausnummer, straße hausnummer, hausnummer, anschrift, adresse, ort, stadt, wohnort, bundesland, land, rue, ville, pays, dirección, ciudad, straat, plaats, cyfeiriad, premises, unit, suburb
tradingPostcode | Postcode of the trading address | postcode | postcode, post code, postal code, address zip postal code, zip postal code, p code, pcode, pc, zip, zip code, trading postcode, trading address postcode, business postcode, plz, postleitzahl, code postal, código postal, cod post, post zip code
authorityCode | Local authority | authority | area, council, local council, borough, district, la name, authority, authority name, local authority name, local authority code, authority code, la code, lad code, lad, ons code, gss code, district code, local authority district code, local authority, gemeinde, landkreis
employees | Employees | number | employees, number of employees, how many people do you employ, people employed, no of staff, emps, no of employees, employees total, total employees, employee count, employee numbers, staff, number of staff, staff numbers, headcount, head count, fte, ftes, staff fte, staff ftes, fte staff, fte employees, employees fte, full time equivalent, full time equivalents, workforce, mitarbeiter, mitarbeiterzahl, anzahl mitarbeiter, mitarbeitende, beschäftigte, anzahl beschäftigte, effectif, nombre de salariés, empleados, medewerkers, team size, size of team
turnover | Turnover | number | turnover, annual turnover, t o, to last yr, t o last yr, turnover last year, last year turnover, revenue, annual revenue, yearly revenue, yearly revenue local currency, sales, annual sales, sales revenue, gross turnover, turnover gbp, umsatz, jahresumsatz, chiffre d affaires, omzet, ventas, annual sales turnover
turnoverCurrency | Currency of the turnover | text | currency, turnover currency, currency code, währung, devise
yearEndsOn | Accounting year ends on | date | accounting year end, financial year end, year end, year ending, year ends on, accounts year end, geschäftsjahresende, bilanzstichtag
externalReference | Reference in the other system | text | id, reference, ref, ref no, reference number, external reference, client id, account id, account number, record id, crm id, customer id, unique reference, urn, kundennummer, kunden nr, kundennr, nr, lfd nr, référence, client ref, client no, client number, case number, case reference
contactName | Contact: name | text | contact, contact name, main contact, main contact name, primary contact, primary contact name, contact person, key contact, lead contact, director, managing director, owner, full name, ansprechpartner, ansprechpartnerin, ansprechperson, kontakt, kontaktperson, geschäftsführer, geschäftsführerin, geschäftsführung, inhaber, inhaberin, interlocuteur, personne de contact, contacto, contactpersoon, business owner, owner name, name of contact, contact full name, key contact name, client contact
contactFirstName | Contact: first name | text | contact first name, first name, forename, given name, firstname, vorname, prénom, nombre, voornaam
contactLastName | Contact: last name | text | contact last name, contact surname, last name, surname, family name, lastname, nachname, familienname, nom de famille, apellidos, achternaam
contactEmail | Contact: email | email | email, e mail, email address, e mail address, contact email, contact email address, contact e mail, main contact email, mail, mailadresse, e mail adresse, emailadresse, courriel, adresse e mail, correo electrónico, correo, e bost, mail address, email contact
contactPhone | Contact: telephone | phone | contact phone, contact telephone, contact number, contact tel, mobile, mobile phone, mobile number, direct line, cell, mobil, mobiltelefon, mobilnummer, handy, handynummer, durchwahl, portable, móvil, mobiel, mob, mob no, mobile no, contact no, contact tel no, contact mobile
contactPosition | Contact: position | text | position, job title, role, title role, contact position, contact job title, contact role, funktion, stellung, fonction, poste, cargo, functie, job role
notes | Notes for staff | text | notes, note, comment, comments, remark, remarks, internal notes, further information, additional information, other information, bemerkung, bemerkungen, anmerkung, anmerkungen, notiz, notizen, kommentar, remarques, observaciones, opmerkingen
adviser | Adviser | text | adviser, advisor, business adviser, business advisor, growth adviser, growth advisor, lead adviser, case worker, caseworker, account manager, relationship manager, key worker, betreuer, betreuerin, berater, beraterin, conseiller
standing | Where it stands | standing | status, state, stage status, enrolment status, enrollment status, programme status, program status, client status, case status, current status, record status, statut, stand
enrolledOn | Enrolled on | date | enrolled on, enrolment date, enrollment date, date enrolled, date of enrolment, applied on, application date, date applied, date of application, joined, joined on, date joined, programme start date, aufnahmedatum, aufgenommen am, eintrittsdatum
previousNames+ | Earlier names | text | previous name company name, previous name, previous names, former name, former names, formerly
`);

export type EnterpriseField =
  | 'name'
  | 'tradingName'
  | 'companyNumber'
  | 'vatNumber'
  | 'companyStatus'
  | 'legalForm'
  | 'incorporatedOn'
  | 'tradingSince'
  | 'sicCodes'
  | 'sector'
  | 'description'
  | 'website'
  | 'phone'
  | 'registeredAddress'
  | 'registeredPostcode'
  | 'tradingAddress'
  | 'tradingPostcode'
  | 'authorityCode'
  | 'employees'
  | 'turnover'
  | 'turnoverCurrency'
  | 'yearEndsOn'
  | 'externalReference'
  | 'contactName'
  | 'contactFirstName'
  | 'contactLastName'
  | 'contactEmail'
  | 'contactPhone'
  | 'contactPosition'
  | 'notes'
  | 'adviser'
  | 'standing'
  | 'enrolledOn'
  | 'previousNames';
