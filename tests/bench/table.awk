# awk -f table.awk SAMPLES ROWS: what tests/bench/run prints.
#
# SAMPLES has lines "NAME ROUND FOLDER SECONDS KILOBYTES", where the folder "all" stands for
# the whole tree. The folders of a round are also added up, as NAME-folders.
# ROWS has lines "work|time or memory|NAME|divisor NAME|factor|goal", with a divisor or a
# factor. The ratio of a row is the median over everything measured in the same round and
# folder, and the middle half lies between the quartiles. A row with a factor shows its
# greatest value.

function sort(v, n,    i, j, t) {
	for (i = 2; i <= n; i++)
		for (j = i; j > 1 && v[j - 1] > v[j]; j--) {
			t = v[j]
			v[j] = v[j - 1]
			v[j - 1] = t
		}
}

# Of a sorted array.
function median(v, n) {
	return (v[int((n + 1) / 2)] + v[int(n / 2) + 1]) / 2
}

function meets(x, goal,    part) {
	split(goal, part, " ")
	return (part[1] == "<=" ? x <= part[2] + 0 : x >= part[2] + 0) ? "yes" : "no"
}

# Adds to the time of a place, and keeps the greater memory.
function add(name, place, seconds, kilobytes) {
	if (!(name in count))
		series[++names] = name
	if (!((name, place, "time") in cell))
		places[name, ++count[name]] = place
	cell[name, place, "time"] += seconds
	if (kilobytes > cell[name, place, "memory"])
		cell[name, place, "memory"] = kilobytes
}

# Sorted quotients into v; returns how many.
function quotients(column, name, divisor, factor, v,    i, n, place) {
	n = 0
	for (i = 1; i <= count[name]; i++) {
		place = places[name, i]
		if (divisor == "")
			v[++n] = cell[name, place, column] * factor
		else if ((divisor, place, column) in cell)
			v[++n] = cell[name, place, column] / cell[divisor, place, column]
	}
	sort(v, n)
	return n
}

function print_series(    i, n, peak) {
	printf "%-42s  %6s  %10s  %15s\n", "what ran", "times", "median ms", "peak MB"
	for (i = 1; i <= names; i++) {
		if (series[i] ~ /-folders$/)
			continue
		n = quotients("memory", series[i], "", 1 / 1024, v)
		peak = v[n]
		quotients("time", series[i], "", 1000, v)
		printf "%-42s  %6d  %10.2f  %15.1f\n", series[i], n, median(v, n), peak
	}
	printf "\n%-42s  %6s  %10s  %15s  %7s  %s\n", "work", "times", "ratio", "middle half",
		"goal", "meets?"
}

FNR == NR {
	add($1, $2 "/" $3, $4, $5 + 0)
	if ($3 != "all")
		add($1 "-folders", $2 "/all", $4, $5 + 0)
	next
}

FNR == 1 {
	print_series()
}

{
	split($0, field, "|")
	n = quotients(field[2], field[3], field[4], field[5], v)
	q = int((n + 3) / 4)
	x = field[4] == "" ? v[n] : median(v, n)
	printf "%-42s  %6d  %10.2f  %15s  %7s  %s\n", field[1], n, x,
		sprintf("%.2f to %.2f", v[q], v[n + 1 - q]), field[6], meets(x, field[6])
}
