-- The key under which a firm's name is found knows more legal forms (Limited Liability Partnership, Cyf, CIO) and folds
-- letters that have no accent to drop (ø, ł, ß). Keys that are stored are brought to what a name gives now.

update enterprise
set name_key = shorter.key
from (
  select e.id, btrim(regexp_replace(regexp_replace(regexp_replace(
    translate(replace(replace(replace(replace(e.name_key, 'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th'),
      'øłđðı', 'olddi'),
    '\m(liability partnership|public(?=\s*$)|community interest|charitable organisation|cwmni buddiannau cymunedol|cio|cyfyngedig|cyf|ccc|llc|corp|sarl|sas|srl|bv)\M', ' ', 'g'),
    '\s+', ' ', 'g'), ' and ?$', '')) as key
  from enterprise e
) shorter
where enterprise.id = shorter.id and shorter.key <> '' and shorter.key <> enterprise.name_key;
