"""The database's own refusal to change or delete audit rows, for SQLite and PostgreSQL.

A chain head may only move forward by one. Whoever owns the database can still drop the triggers; then the
chain itself tells (`manage.py verify_audit`).
"""

from __future__ import annotations

from django.db.backends.base.base import BaseDatabaseWrapper

SQLITE_INSTALL = """
CREATE TRIGGER audit_event_no_update BEFORE UPDATE ON audit_auditevent
BEGIN SELECT RAISE(ABORT, 'audit events are append-only'); END;
CREATE TRIGGER audit_event_no_delete BEFORE DELETE ON audit_auditevent
BEGIN SELECT RAISE(ABORT, 'audit events are append-only'); END;
CREATE TRIGGER audit_head_no_delete BEFORE DELETE ON audit_chainhead
BEGIN SELECT RAISE(ABORT, 'audit chain heads are permanent'); END;
CREATE TRIGGER audit_head_forward BEFORE UPDATE ON audit_chainhead
WHEN NEW.last_sequence <> OLD.last_sequence + 1 OR NEW.unit_code <> OLD.unit_code
BEGIN SELECT RAISE(ABORT, 'an audit chain head only moves forward by one'); END
"""
SQLITE_REMOVE = """
DROP TRIGGER IF EXISTS audit_event_no_update;
DROP TRIGGER IF EXISTS audit_event_no_delete;
DROP TRIGGER IF EXISTS audit_head_no_delete;
DROP TRIGGER IF EXISTS audit_head_forward
"""
POSTGRESQL_INSTALL = """
CREATE FUNCTION audit_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'audit events are append-only' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE FUNCTION audit_head_check() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.last_sequence <> OLD.last_sequence + 1 OR NEW.unit_code <> OLD.unit_code THEN
    RAISE EXCEPTION 'an audit chain head only moves forward by one'
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER audit_event_no_change BEFORE UPDATE OR DELETE ON audit_auditevent
  FOR EACH ROW EXECUTE FUNCTION audit_refuse();
CREATE TRIGGER audit_event_no_truncate BEFORE TRUNCATE ON audit_auditevent
  FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse();
CREATE TRIGGER audit_head_no_delete BEFORE DELETE ON audit_chainhead
  FOR EACH ROW EXECUTE FUNCTION audit_refuse();
CREATE TRIGGER audit_head_no_truncate BEFORE TRUNCATE ON audit_chainhead
  FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse();
CREATE TRIGGER audit_head_forward BEFORE UPDATE ON audit_chainhead
  FOR EACH ROW EXECUTE FUNCTION audit_head_check()
"""
POSTGRESQL_REMOVE = """
DROP TRIGGER IF EXISTS audit_event_no_change ON audit_auditevent;
DROP TRIGGER IF EXISTS audit_event_no_truncate ON audit_auditevent;
DROP TRIGGER IF EXISTS audit_head_no_delete ON audit_chainhead;
DROP TRIGGER IF EXISTS audit_head_no_truncate ON audit_chainhead;
DROP TRIGGER IF EXISTS audit_head_forward ON audit_chainhead;
DROP FUNCTION IF EXISTS audit_refuse();
DROP FUNCTION IF EXISTS audit_head_check()
"""


def install(connection: BaseDatabaseWrapper) -> None:
    """Forbid changes from now on."""
    if connection.vendor == "postgresql":
        _run(connection, [POSTGRESQL_INSTALL])
    else:
        _run(connection, _sqlite_statements(SQLITE_INSTALL))


def remove(connection: BaseDatabaseWrapper) -> None:
    """Allow changes again: for taking the migration back and for emptying a test database."""
    if connection.vendor == "postgresql":
        _run(connection, [POSTGRESQL_REMOVE])
    else:
        _run(connection, _sqlite_statements(SQLITE_REMOVE))


def _sqlite_statements(script: str) -> list[str]:
    """Split a script into statements; the driver runs one at a time and a trigger body holds a semicolon."""
    statements = script.replace("; END", "\0 END").split(";")
    return [statement.replace("\0", ";").strip() for statement in statements if statement.strip()]


def _run(connection: BaseDatabaseWrapper, statements: list[str]) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
