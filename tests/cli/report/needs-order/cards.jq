include "card";
def talk($partner; $given): card({$partner, score: 50, standing: "talk", reason: "so"} * $given);
def spend($money): {facts: {spend: $money}};
def due($day): {signs: [sign("notice-due"; "warning")], facts: {renewal: "auto", send_by: $day}};

talk("id-b"; {}), talk("id-a"; {}),
talk("lower"; {score: 45}),
talk("routine-50"; {criticality: "routine"} * spend("50.00 EUR")),
talk("other-60"; spend("60.00 EUR")),
talk("important"; {criticality: "important"}),
talk("critical-unknown"; {criticality: "critical"}),
talk("critical-10"; {criticality: "critical"} * spend("10.00 EUR")),
talk("critical-20"; {criticality: "critical"} * spend("20.00 EUR")),
talk("exit"; {standing: "exit", score: 54}),
talk("due-later"; {criticality: "critical"} * due("2026-08-02")),
talk("due-sooner"; due("2026-08-01")),
talk("due-critical"; {criticality: "critical"} * due("2026-08-01"))
