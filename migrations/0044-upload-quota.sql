-- How much somebody has uploaded lately is asked at every upload.

create index file_uploaded_by on file (org_id, uploaded_at) include (uploaded_by, size);
