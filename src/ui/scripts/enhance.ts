import {
  Button,
  CharacterCount,
  Checkboxes,
  createAll,
  ErrorSummary,
  isSupported,
  Radios,
  SkipLink,
} from 'govuk-frontend';
import { closeMenusOnEscape } from './close-menus.ts';
import { copyButtons } from './copy-buttons.ts';
import { guardLeaving } from './guard-leaving.ts';
import { pickAll } from './pick-all.ts';
import { printButtons } from './print-buttons.ts';
import { reachScrolledTables } from './reach-scrolled-tables.ts';
import { saveDrafts } from './save-drafts.ts';
import { tellLocalTimes } from './tell-local-times.ts';

document.body.classList.add('js-enabled');
if (isSupported()) {
  document.body.classList.add('govuk-frontend-supported');
  createAll(Button, { preventDoubleClick: true });
  createAll(CharacterCount);
  createAll(Checkboxes);
  createAll(ErrorSummary);
  createAll(Radios);
  createAll(SkipLink);
}
closeMenusOnEscape();
copyButtons();
guardLeaving();
pickAll();
printButtons();
reachScrolledTables();
saveDrafts();
tellLocalTimes();
