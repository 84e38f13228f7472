import {
  Button,
  CharacterCount,
  createAll,
  ErrorSummary,
  isSupported,
  PasswordInput,
  SkipLink,
} from 'govuk-frontend';
import { closeMenusOnEscape } from './close-menus.ts';
import { copyButtons } from './copy-buttons.ts';
import { guardLeaving } from './guard-leaving.ts';
import { keepWords } from './keep-words.ts';
import { lookAgain } from './look-again.ts';
import { movePairs } from './move-pairs.ts';
import { openFilters } from './open-filters.ts';
import { pasteGrid } from './paste-grid.ts';
import { pickAll } from './pick-all.ts';
import { printButtons } from './print-buttons.ts';
import { reachScrolledTables } from './reach-scrolled-tables.ts';
import { revealFields } from './reveal-fields.ts';
import { saveDrafts } from './save-drafts.ts';
import { tellLocalTimes } from './tell-local-times.ts';

// `isSupported` asks for this class, which govuk-frontend expects an inline script to have set.
document.body.classList.add('js-enabled', 'govuk-frontend-supported');
if (isSupported()) {
  createAll(Button, { preventDoubleClick: true });
  createAll(CharacterCount);
  createAll(ErrorSummary);
  createAll(PasswordInput, {
    i18n: {
      showPasswordAriaLabel: 'Show what is typed',
      hidePasswordAriaLabel: 'Hide what is typed',
    },
  });
  createAll(SkipLink);
}
closeMenusOnEscape();
copyButtons();
guardLeaving();
keepWords();
lookAgain();
movePairs();
openFilters();
pasteGrid();
pickAll();
printButtons();
reachScrolledTables();
revealFields();
saveDrafts();
tellLocalTimes();
