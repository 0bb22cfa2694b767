include "card";
def on($day; $partner; $score): card({$partner, $score, as_of: $day});
on("2026-03-30"; "many"; 60), on("2026-06-30"; "many"; 75), on("2026-05-01"; "many"; 70),
on("2025-12-31"; "many"; 50), on("2026-03-31"; "many"; 65),
on("2026-05-01"; "stopped"; 60), on("2025-12-31"; "stopped"; 62),
on("2026-03-30"; "old"; 60), on("2025-12-31"; "old"; 90),
on("2026-04-30"; "new"; 60), on("2026-06-30"; "new"; 50),
on("2026-03-01"; "still"; 60), on("2026-06-30"; "still"; 61.9),
on("2026-03-01"; "lost"; 60), on("2026-06-30"; "lost"; null),
on("2026-03-01"; "found"; null), on("2026-06-30"; "found"; 60)
