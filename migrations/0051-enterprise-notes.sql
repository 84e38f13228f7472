-- A list from another system often brings a column of remarks about a firm. They are for the programme's staff.
alter table enterprise add column notes text
  constraint enterprise_notes_check check (length(notes) <= 4000);
