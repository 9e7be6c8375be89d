-- Schema version 1. Times are seconds since 1970-01-01 UTC, days are days since 1970-01-01,
-- amounts are minor units of their currency.

CREATE TABLE setting(key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
CREATE TABLE import_batch(id INTEGER PRIMARY KEY, kind TEXT NOT NULL, source TEXT NOT NULL, started INTEGER NOT NULL,
  options TEXT NOT NULL, rows_read INTEGER, rows_imported INTEGER, rows_updated INTEGER, rows_rejected INTEGER,
  undone INTEGER) STRICT;
CREATE TABLE batch_range(batch INTEGER NOT NULL, tab TEXT NOT NULL, first_id INTEGER NOT NULL, last_id INTEGER NOT NULL,
  rows INTEGER NOT NULL, fingerprint INTEGER NOT NULL, PRIMARY KEY(tab, first_id)) STRICT;
CREATE TABLE previous_value(batch INTEGER NOT NULL, tab TEXT NOT NULL, row INTEGER NOT NULL, old TEXT NOT NULL) STRICT;
CREATE TABLE reject_reason(batch INTEGER NOT NULL, reason TEXT NOT NULL, count INTEGER NOT NULL, first_line INTEGER NOT NULL,
  PRIMARY KEY(batch, reason)) STRICT;
CREATE TABLE rejected_row(batch INTEGER NOT NULL, line INTEGER NOT NULL, column INTEGER NOT NULL, reason TEXT NOT NULL,
  value TEXT NOT NULL, cells TEXT NOT NULL) STRICT;
CREATE TABLE column_cache(tab TEXT NOT NULL, col TEXT NOT NULL, seq INTEGER NOT NULL, version INTEGER NOT NULL,
  width INTEGER NOT NULL, rows INTEGER NOT NULL, data BLOB NOT NULL, PRIMARY KEY(tab, col, seq)) STRICT;

CREATE TABLE term(id INTEGER PRIMARY KEY, field TEXT NOT NULL, text TEXT NOT NULL, UNIQUE(field, text)) STRICT;
CREATE TABLE customer(id INTEGER PRIMARY KEY, ref TEXT NOT NULL, name TEXT, email TEXT, phone TEXT, company TEXT,
  country TEXT, city TEXT, acquired_on INTEGER, channel TEXT, acquisition_cost INTEGER, stage TEXT,
  batch INTEGER NOT NULL) STRICT;
CREATE UNIQUE INDEX customer_ref ON customer(ref);
CREATE TABLE attribute(id INTEGER PRIMARY KEY, column_name TEXT NOT NULL UNIQUE, title TEXT NOT NULL, type TEXT NOT NULL,
  unit TEXT) STRICT;
CREATE TABLE customer_attribute(customer INTEGER PRIMARY KEY) STRICT;

CREATE TABLE purchase(id INTEGER PRIMARY KEY, customer INTEGER NOT NULL REFERENCES customer, time INTEGER NOT NULL,
  amount INTEGER NOT NULL, currency INTEGER NOT NULL, category INTEGER, product INTEGER, channel INTEGER, quantity REAL,
  margin INTEGER, order_ref TEXT) STRICT;
CREATE TABLE event(id INTEGER PRIMARY KEY, customer INTEGER NOT NULL REFERENCES customer, time INTEGER NOT NULL,
  event INTEGER NOT NULL, channel INTEGER, value REAL, properties TEXT) STRICT;
CREATE TABLE survey(id INTEGER PRIMARY KEY, customer INTEGER NOT NULL REFERENCES customer, time INTEGER NOT NULL,
  instrument INTEGER NOT NULL, score REAL NOT NULL, brand INTEGER, comment TEXT) STRICT;
CREATE TABLE interaction(id INTEGER PRIMARY KEY, customer INTEGER NOT NULL REFERENCES customer, time INTEGER NOT NULL,
  channel INTEGER, effort REAL, cost INTEGER, minutes REAL, resolved INTEGER) STRICT;
CREATE TABLE cost(id INTEGER PRIMARY KEY, period_from INTEGER NOT NULL, period_until INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK(kind IN ('acquisition', 'retention')), amount INTEGER NOT NULL, stage TEXT, channel INTEGER,
  hours REAL) STRICT;
CREATE TABLE subscription(id INTEGER PRIMARY KEY, customer INTEGER NOT NULL REFERENCES customer, started_on INTEGER NOT NULL,
  ended_on INTEGER, price INTEGER) STRICT;
CREATE TABLE deal_change(id INTEGER PRIMARY KEY, deal_ref TEXT NOT NULL, customer INTEGER NOT NULL REFERENCES customer,
  stage TEXT NOT NULL, changed_at INTEGER NOT NULL, amount INTEGER, probability REAL, owner TEXT, accepted INTEGER,
  rejection_reason TEXT, metrics INTEGER, economic_buyer INTEGER, decision_criteria INTEGER, decision_process INTEGER,
  identified_pain INTEGER, champion INTEGER) STRICT;
CREATE TABLE summary(id INTEGER PRIMARY KEY, customer INTEGER NOT NULL REFERENCES customer, x REAL NOT NULL, t_x REAL NOT NULL,
  t REAL NOT NULL, mean_spend REAL, period TEXT NOT NULL) STRICT;

-- What the user made: lifecycles, funnels, segments, reports as their JSON form.
CREATE TABLE definition(id INTEGER PRIMARY KEY, kind TEXT NOT NULL, name TEXT NOT NULL, json TEXT NOT NULL,
  changed INTEGER NOT NULL, UNIQUE(kind, name)) STRICT;
CREATE TABLE stage_change(id INTEGER PRIMARY KEY, customer INTEGER NOT NULL REFERENCES customer, stage TEXT NOT NULL,
  time INTEGER NOT NULL, receipt TEXT NOT NULL) STRICT;
-- Dated results with the method, parameters and data they came from.
CREATE TABLE result(id INTEGER PRIMARY KEY, kind TEXT NOT NULL, made INTEGER NOT NULL, data_until INTEGER NOT NULL,
  data_version TEXT NOT NULL, definition TEXT NOT NULL, json TEXT NOT NULL) STRICT;

CREATE VIEW purchase_readable AS SELECT p.id, c.ref AS customer, c.name, datetime(p.time, 'unixepoch') AS time, p.amount,
  t.text AS currency, g.text AS category, p.order_ref
  FROM purchase p JOIN customer c ON c.id = p.customer LEFT JOIN term t ON t.id = p.currency
  LEFT JOIN term g ON g.id = p.category;
CREATE VIEW event_readable AS SELECT e.id, c.ref AS customer, c.name, datetime(e.time, 'unixepoch') AS time,
  t.text AS event, e.value, e.properties
  FROM event e JOIN customer c ON c.id = e.customer LEFT JOIN term t ON t.id = e.event;
