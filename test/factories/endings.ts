import { closeNeed } from '../../src/modules/leaving/commands/close-need.ts';
import { endRole } from '../../src/modules/leaving/commands/end-role.ts';
import { pauseMentor } from '../../src/modules/leaving/commands/pause-mentor.ts';
import { removePerson } from '../../src/modules/leaving/commands/remove-person.ts';

/** Endings for tests of lower modules, which do not see the module that holds them. */
export const endings = { closeNeed, endRole, pauseMentor, removePerson };
