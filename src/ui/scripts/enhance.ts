import {
  Button,
  CharacterCount,
  createAll,
  ErrorSummary,
  isSupported,
  SkipLink,
} from 'govuk-frontend';
import { closeMenusOnEscape } from './close-menus.ts';
import { guardLeaving } from './guard-leaving.ts';
import { printButtons } from './print-buttons.ts';

document.body.classList.add('js-enabled');
if (isSupported()) {
  document.body.classList.add('govuk-frontend-supported');
  createAll(Button, { preventDoubleClick: true });
  createAll(CharacterCount);
  createAll(ErrorSummary);
  createAll(SkipLink);
}
closeMenusOnEscape();
guardLeaving();
printButtons();
