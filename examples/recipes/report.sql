-- The CSV of partner-report as a table of SQLite: a row for each measure of each partner, day by
-- day. import-report fills it. What is not known is NULL.
CREATE TABLE IF NOT EXISTS report (
	as_of TEXT NOT NULL, -- days are YYYY-MM-DD, so that they sort and julianday() takes them
	partner TEXT NOT NULL,
	name TEXT,
	kind TEXT,
	tier TEXT,
	criticality TEXT,
	owner TEXT,
	side TEXT NOT NULL, -- partner, or us: how we look to them
	standing TEXT,
	grade TEXT,
	score REAL, -- 0 to 100, as are low, high and points
	low REAL,
	high REAL,
	coverage REAL, -- shares, 0 to 1: coverage, weights
	spend NUMERIC, -- a year, in currency
	currency TEXT,
	send_by TEXT,
	term_end TEXT,
	criterion TEXT NOT NULL,
	criterion_weight REAL,
	criterion_score REAL,
	measure TEXT NOT NULL,
	status TEXT,
	value REAL,
	unit TEXT,
	n INTEGER,
	value_low REAL,
	value_high REAL,
	points REAL,
	points_low REAL,
	points_high REAL,
	weight REAL,
	PRIMARY KEY (as_of, partner, side, criterion, measure)
);

-- A row for each partner, side and day.
CREATE VIEW IF NOT EXISTS scores AS
SELECT DISTINCT as_of, partner, side, name, kind, tier, criticality, owner, standing, grade, score,
	low, high, coverage, spend, currency, send_by, term_end
FROM report;

-- The newest score of each partner and side.
CREATE VIEW IF NOT EXISTS newest AS
SELECT * FROM scores
WHERE (partner, side, as_of) IN (SELECT partner, side, max(as_of) FROM report GROUP BY 1, 2);

-- What partners of each grade cost a year, day by day; of those whose cost is not known only how
-- many there are. Our own organisation is no partner, and who has ended has no standing.
CREATE VIEW IF NOT EXISTS spend_by_grade AS
SELECT as_of, grade, currency, count(*) AS partners, round(sum(spend), 2) AS spend
FROM scores
WHERE side = 'partner' AND kind <> 'self' AND standing IS NOT NULL
GROUP BY as_of, grade, currency;
