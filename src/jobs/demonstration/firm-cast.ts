import type { AreaKey } from '../../modules/programmes/area.ts';
import type { Arc } from './arc.ts';
import { inventedPostcode } from './invented-postcode.ts';

export interface FirmPart {
  readonly name: string;
  readonly lead: string;
  readonly does: string;
  readonly sector: string;
  readonly sic: string;
  /** ONS code of the authority it trades in. */
  readonly authority: string;
  readonly postcode: string;
  /** Months of trading when it applies. */
  readonly age: number;
  readonly staff: number;
  /** In thousand pounds a year. */
  readonly turnover: number;
  /** What the firm asks for, and what the adviser finds. */
  readonly asks: AreaKey;
  readonly finds: AreaKey;
  readonly arc: Arc;
}

const places: Readonly<Record<string, readonly [code: string, postcode: string]>> = {
  C: ['E08000026', 'CV1'],
  N: ['E07000218', 'CV9'],
  B: ['E07000219', 'CV11'],
  R: ['E07000220', 'CV21'],
  S: ['E07000221', 'CV37'],
  W: ['E07000222', 'CV34'],
};

const trades: Readonly<Record<string, readonly [sector: string, sic: string]>> = {
  soft: ['Software', '62012'],
  host: ['Software', '63110'],
  game: ['Creative and games', '58210'],
  film: ['Creative and games', '59120'],
  elec: ['Electronics', '26110'],
  sens: ['Electronics', '26511'],
  mach: ['Advanced manufacturing', '28990'],
  powr: ['Clean technology', '27110'],
  auto: ['Automotive', '29320'],
  medi: ['Health technology', '26600'],
  labs: ['Health technology', '72110'],
  engi: ['Advanced manufacturing', '71121'],
  desn: ['Professional services', '74100'],
  food: ['Food and drink', '10890'],
};

const rows = `
Loomwright Software|Jo Thackeray|planning software for weaving mills|soft|C|38|9|640|customers|strategy|steady
Quillpoint Systems|Amir Sandhu|document control for laboratories|soft|W|26|6|410|finance|customers|drift
Brackenhall Sensors|Lucy Fenwick|moisture sensors for timber frames|sens|R|51|14|1280|export|export|steady
Ferrocline|Dominic Ashe|induction heaters for small foundries|mach|B|64|22|2350|operations|operations|changed
Pellucid Health|Sarah Nkemelu|skin imaging for high-street clinics|medi|W|19|5|190|finance|innovation|misfit
Tessellate Games|Ben Orchard|puzzle games for tablets|game|W|44|17|980|people|leadership|steady
Voltbarrow|Tanya Gill|battery packs for wheelbarrows and carts|powr|C|22|7|360|customers|operations|dispute
Hedgerow Data|Mark Ellison|flood and drainage maps for farms|host|S|30|8|520|digital|customers|silent
Nimbus Jig|Claire Dunmore|quick-change fixtures for machine shops|mach|B|77|28|3100|export|people|finished
Orrery Lab|Ravi Menon|air quality measurement for schools|sens|W|16|4|120|innovation|finance|drift
Cobblestone Robotics|Ewan Pike|small robots for parcel sorting|mach|C|33|12|880|finance|strategy|changed
Larkfield Motion|Paula Reeve|seat mechanisms for low-volume vehicles|auto|N|90|35|4200|operations|environment|steady
Sablewood Audio|Nathan Cole|sound design for museums|film|C|27|6|330|customers|customers|no-show
Greywater Controls|Sian Bowen|valves that re-use rinse water|powr|R|41|11|760|legal|innovation|steady
Plinth Analytics|Oliver Grant|price forecasts for builders' merchants|soft|W|14|3|95|strategy|customers|waiting
Tindershed|Megan Shaw|energy audits by thermal camera|engi|S|18|5|240|customers|digital|steady
Kestrel Loop|Farah Aziz|returns handling for online shops|soft|C|24|9|700|people|operations|shortlist
Millrace Instruments|Peter Lowry|flow meters for breweries|sens|B|110|31|3600|export|export|steady
Paperlantern Studio|Holly Vance|illustrated learning apps|game|W|35|10|560|finance|finance|changed
Axlebright|Gary Stokes|LED marker lights for trailers|elec|N|58|19|1900|operations|people|no-show
Dovecote Diagnostics|Emma Rowan|test strips for poultry farms|labs|S|29|8|430|innovation|legal|steady
Umberline|Kofi Danso|paint inspection by camera|soft|C|21|7|390|digital|customers|drift
Thornbury Thread|Alice Medlock|conductive yarn for sensors|elec|B|40|13|820|innovation|innovation|steady
Switchback Energy|Leo Marchetti|charging plans for bus depots|powr|R|17|6|280|finance|finance|misfit
Chalkhill Optics|Vera Simmons|lenses for inspection cameras|sens|W|83|24|2700|people|leadership|steady
Rookery Security|Daniel Frost|access logs for shared workspaces|host|C|23|5|310|legal|customers|unmatched
Ottershaw Marine|Josie Lang|hull cleaning tools for canal boats|mach|S|31|7|450|customers|export|finished
Fathom & Field|Imran Qureshi|soil models for growers|soft|S|12|4|110|strategy|finance|waiting
Castleford Lane Design|Beth Avery|packaging for laboratory supplies|desn|W|46|9|610|customers|digital|dispute
Ironquill|Stuart Bevan|maintenance records for lifts|soft|R|37|12|910|operations|leadership|steady
Meridian Moulds|Angela Tye|soft tooling for short runs|auto|B|69|26|2900|environment|operations|changed
Starling Lift|Chris Emmett|balance aids for physiotherapy|medi|C|20|6|260|finance|legal|silent
Brightwell Kiosk|Nadia Karim|ordering screens for canteens|elec|C|28|8|540|export|customers|steady
Pagefold|Tom Wexford|proof-reading tools for print rooms|soft|W|34|7|480|people|digital|drift
Windrush Bearings|Lorna Peake|bearings for small turbines|powr|R|95|29|3300|innovation|environment|steady
Cinderpath Studios|Max Holloway|racing games for phones|game|W|25|11|720|leadership|people|changed
Hollowtree Biotech|Sana Iqbal|cell counting for breweries|labs|W|15|5|150|finance|finance|steady
Latchkey Motors|Jim Rudge|door control units for camper vans|auto|N|43|15|1200|operations|customers|misfit
Copperfield Cloud|Ellen Marsh|back-up service for dental practices|host|C|32|8|590|customers|strategy|unmatched
Tollgate Drives|Arjun Nair|gearboxes for packaging lines|mach|B|101|33|3900|export|premises|unmatched`;

/** Forty invented firms with their stories, in the order in which they apply. */
export const firmCast: readonly FirmPart[] = rows
  .trim()
  .split('\n')
  .map((row): FirmPart => {
    const [name = '', lead = '', does = '', trade = '', place = '', ...rest] = row.split('|');
    const [age, staff, turnover, asks, finds, arc] = rest;
    const [sector, sic] = trades[trade] ?? ['Software', '62012'];
    const [authority, district] = places[place] ?? ['E08000026', 'CV1'];
    return {
      name,
      lead,
      does,
      sector,
      sic,
      authority,
      postcode: inventedPostcode(district, name),
      age: Number(age),
      staff: Number(staff),
      turnover: Number(turnover),
      asks: asks as AreaKey,
      finds: finds as AreaKey,
      arc: arc as Arc,
    };
  });

/** Parts of names and of trades, from which the applicants still to come are put together. */
export const applicantWords = {
  first:
    'Alder Birch Cinder Dapple Ember Fallow Gantry Harrow Inkwell Juniper Keystone Lantern Marlow Nettle Oxbow Pewter Quarry Rowan Saltern Teasel Umbra Verdant Wicket Yarrow'.split(
      ' ',
    ),
  second:
    'Signals Works Technologies Labs Dynamics Interactive Devices Analytics Circuits Mobility'.split(
      ' ',
    ),
  given:
    'Aisha Barney Carys Devon Esme Felix Gwen Harvey Iris Jamal Kirsty Liam Mona Niall Orla Parveen Quentin Rosa Seth Tilda'.split(
      ' ',
    ),
  family:
    'Abbott Bright Coombes Dhillon Eastwood Finlay Goddard Hussain Ingram Jessop Kaur Lomax Mistry Newbold Oakes Penrose Rahman Sutton Turvey Upton'.split(
      ' ',
    ),
  trades: Object.values(trades),
  places: Object.values(places),
};
