/** Grades a school of the sample teaches. */
export type Grades = 'K-5' | 'K-8' | 'K-12' | '6-8' | '9-12';

const split = (names: string): string[] => names.split('|');

/** Invented names of the usual American kinds: places, trees, streets, people long gone. */
export const SCHOOL_NAMES: Readonly<Record<Grades, readonly string[]>> = {
  'K-5': split(
    'Acorn Hill|Adams Street|Alder Creek|Applewood|Ashby|Aspen Grove|Beacon Hill|Bell Avenue|Birchwood|Bluff View|' +
      'Brookside|Buena Vista|Canal Crossing|Cedar|Cherry Lane|Clearwater|Copper Canyon|Cottonwood|Covered Bridge|' +
      'Cypress Point|Dogwood|Eastside|Elm Street|Fairfield|Fernwood|Ferry Landing|Field Park|Foothill|Franklin|' +
      'Garden Street|Glenwood|Golden Meadow|Granite Falls|Greenfield|Hawthorn|Hazel Park|Heron Lake|Hickory Flat|' +
      'Hillcrest|Holly Springs|Irving|Ivy Bank|Juniper|Kingfisher|Larkspur|Laurel Canyon|Linden Avenue|Long Meadow|' +
      'Magnolia|Maple Street|Marshall|Meadowbrook|Mill Pond|Monarch|Mountain View|Oak Street|Orchard|Palmetto|' +
      'Parkside|Pebble Creek|Prairie View|Quail Run|Redbud|Rosewood|Sand Creek|Sierra|Spring Valley|Stone Bridge|' +
      'Sunnyside|Sycamore|Thornton|Walnut Grove|Willow Bend',
  ).map((name) => `${name} Elementary`),
  'K-8': split(
    'Bayview|Carver|Cesar Chavez|Delta|Harbor Hill|Lakeview|Lighthouse|Mission Bay|Old Town|Pine Ridge|Riverbend|' +
      'Rosa Parks|Summit|Waterfront',
  ).map((name) => `${name} K-8`),
  'K-12': ['Rivertown Open School'],
  '6-8': split(
    'Baker|Banneker|Central|Crossroads|Douglass|Edison|Fremont|Grant|Harbor|Hamilton|Keller|Lincoln|Madison|Mission|' +
      'Northgate|Roosevelt|Southgate|Tubman|Valley View|Westlake|Whitman',
  ).map((name) => `${name} Middle`),
  '9-12': [
    ...split(
      'Jefferson|Riverside|Valley|Northside|Washington|Monroe|Crestview|Eastern|Kennedy|Lakeshore|Memorial|Highland',
    ).map((name) => `${name} High`),
    'Early College High',
    'Harbor Technical High',
    'Rivertown School of the Arts',
    'Second Chance High',
  ],
};

/** The school that opens this year: it has pupils to come, and neither last year's pupils nor a current budget. */
export const NEW_SCHOOL = 'Canal Crossing Elementary';
