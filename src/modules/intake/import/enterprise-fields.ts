import { targetFields } from './target-field.ts';

/**
 * What a list of firms may tell. The aliases hold partners' lists, customer systems and the register's own
 * headers. An address that is not called registered is where the firm trades.
 */
export const enterpriseFields = targetFields(`
name | Name | text | company name, enterprise name, business name, organisation name, firm name, enterprise, business, organisation, organization, company, firm, legal name, registered name, account name, client name, client, sme, sme name, supplier name, name
tradingName | Trading name | text | trading name, trade name, trading as, t a, brand, also known as
companyNumber | Company number | company-number | company number, company no, company registration number, company registration no, company reg number, company reg no, companies house number, companies house no, registered number, registration number, registration no, reg no, reg number, crn, co number, co no, co reg no, comp no, ch number, ch no
vatNumber | VAT number | vat-number | vat number, vat no, vat registration number, vat registration no, vat reg no, vat reg number, vat id, vat
companyStatus | Status at the register | text | company status, register status, companies house status
legalForm | Legal form | text | legal form, legal status, legal structure, legal type, business legal type description, company category, company type, business type, type of company, type of organisation, organisation type
incorporatedOn | Incorporated on | date | incorporation date, date of incorporation, incorporated on, incorporated, date of creation, date incorporated, company registration date, registered on
tradingSince | Trading since | date | trading since, trading start date, date started trading, started trading, started, trading from, start of trading, date of trading, founding year, year founded, founded, year established, established, date established, date est, est, estd, year est, year of foundation, foundation year, business start date
sicCodes+ | SIC codes | sic | sic code, sic codes, sic, sic code sic text, sic text, primary sic, primary sic code, main sic code, uk sic code, sic uk, industry code, business category code, nace, nace code
sector | Sector | text | sector, industry, industry sector, business sector, business category code description, business category, sic description, sic code description, industry description
description | What the firm does | text | description, business description, company description, what they do, what the firm does, business activity, activity, activities, nature of business, about, summary
website | Website | website | website, web site, web, web address, website address, website url, url, homepage, home page, domain
phone | Telephone | phone | phone, telephone, tel, tel no, phone number, telephone number, telephone no, phone no, main phone, office phone, switchboard, landline
registeredAddress+ | Registered office | place | registered office, registered office address, registered address, registered address line, registered office address line, registered town, registered city, registered county, registered country, reg address care of, reg address po box, reg address address line, reg address post town, reg address county, reg address country, registered office address post town, registered office address county
registeredPostcode | Postcode of the registered office | postcode | registered postcode, registered post code, registered office postcode, registered address postcode, reg address post code, registered office address post code
tradingAddress+ | Trading address | place | trading address, trading address line, trading town, trading city, trading county, trading country, address, address line, address city, address town, address street, address county, street, street address, address street, postal address, business address, town, post town, city, town city, county, region, state province, country, building, locality
tradingPostcode | Postcode of the trading address | postcode | postcode, post code, postal code, address zip postal code, zip postal code, p code, pcode, pc, zip, zip code, trading postcode, trading address postcode, business postcode
authorityCode | Local authority | authority | area, council, local council, borough, district, la name, authority, authority name, local authority name, local authority code, authority code, la code, lad code, lad, ons code, gss code, district code, local authority district code, local authority
employees | Employees | number | employees, number of employees, how many people do you employ, people employed, no of staff, emps, no of employees, employees total, total employees, employee count, employee numbers, staff, number of staff, staff numbers, headcount, head count, fte, ftes, staff fte, staff ftes, fte staff, fte employees, employees fte, full time equivalent, full time equivalents, workforce
turnover | Turnover | number | turnover, annual turnover, t o, to last yr, t o last yr, turnover last year, last year turnover, revenue, annual revenue, yearly revenue, yearly revenue local currency, sales, annual sales, sales revenue, gross turnover, turnover gbp
turnoverCurrency | Currency of the turnover | text | currency, turnover currency, currency code
yearEndsOn | Accounting year ends on | date | accounting year end, financial year end, year end, year ending, year ends on, accounts year end
externalReference | Reference in the other system | text | id, reference, ref, ref no, reference number, external reference, client id, account id, account number, record id, crm id, customer id, unique reference, urn
contactName | Contact: name | text | contact, contact name, main contact, main contact name, primary contact, primary contact name, contact person, key contact, lead contact, director, managing director, owner, full name
contactFirstName | Contact: first name | text | contact first name, first name, forename, given name, firstname
contactLastName | Contact: last name | text | contact last name, contact surname, last name, surname, family name, lastname
contactEmail | Contact: email | email | email, e mail, email address, e mail address, contact email, contact email address, contact e mail, main contact email
contactPhone | Contact: telephone | phone | contact phone, contact telephone, contact number, contact tel, mobile, mobile phone, mobile number, direct line, cell
contactPosition | Contact: position | text | position, job title, role, title role, contact position, contact job title, contact role
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
  | 'previousNames';
