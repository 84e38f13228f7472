import { LinkButton } from '../../../ui/form.tsx';
import { Tag } from '../../../ui/tag.tsx';
import type { ShownItem } from './open-today.ts';
import type { TodayGroup } from './today-item.ts';

interface GroupsProps {
  title: string;
  groups: readonly TodayGroup<ShownItem>[];
  mayPutAside: boolean;
}

/** The firms of a band, each with everything that waits about it. */
export function TodayGroups({ title, groups, mayPutAside }: GroupsProps) {
  return (
    <ul className="app-todo" aria-label={title}>
      {groups.map((group) => (
        <li key={group.href} className="app-todo__item">
          <p className="app-todo__name">
            <a href={group.href}>{group.enterprise}</a>
          </p>
          <div>
            {group.items.map((item) => (
              <TodayThing key={item.key} item={item} mayPutAside={mayPutAside} />
            ))}
          </div>
        </li>
      ))}
    </ul>
  );
}

/** One thing to do, with its verb and the way to keep it or put it off. */
export function TodayThing({ item, mayPutAside }: { item: ShownItem; mayPutAside: boolean }) {
  const about = <span className="govuk-visually-hidden"> for {item.enterprise}</span>;
  return (
    <div className="app-todo__thing">
      <p>
        <Tag tone={item.tone}>{item.tag}</Tag> {item.why}
      </p>
      <div className="app-todo__do">
        {item.hasVerb ? (
          <LinkButton href={item.verbHref} kind="secondary">
            {item.verb}
            {about}
          </LinkButton>
        ) : null}
        {mayPutAside ? (
          <a href={item.asideHref}>
            Not now, or keep it
            <span className="govuk-visually-hidden">
              {' '}
              for {item.enterprise}: {item.tag}
            </span>
          </a>
        ) : null}
      </div>
    </div>
  );
}
