include "card";
def captive: sign("captive"; "critical");
# of three the first of the catalogue, whatever their order on the card
card({partner: "ace", score: 75, signs: [sign("hidden-truth"; "critical"), captive,
	sign("blame-shifting"; "critical") + {newest: "2026-05-05"}, sign("no-plan"; "warning")]}),
# it was raised before
spring({partner: "ben", score: 75, signs: [captive]}),
card({partner: "ben", score: 75, signs: [captive]}),
# one of the two was
spring({partner: "cat", score: 75, signs: [captive]}),
card({partner: "cat", score: 75, signs: [captive, sign("hidden-truth"; "critical")]}),
# before it was a warning, or muted
spring({partner: "dan", score: 75, signs: [sign("captive"; "warning")]}),
card({partner: "dan", score: 75, signs: [captive]}),
spring({partner: "eli", score: 75, signs: [captive + {muted: "2026-05-31"}]}),
card({partner: "eli", score: 75, signs: [captive]}),
# it is muted now
card({partner: "fox", score: 75, signs: [captive + {muted: "2026-06-30"}]}),
# muted, notice that is due counts as little
card({partner: "gus", score: 75, signs: [sign("notice-due"; "critical") + {muted: "2026-07-30"}],
	facts: {renewal: "auto", send_by: "2026-07-01"}}),
# this version does not know it
card({partner: "hob", score: 75, signs: [sign("from-the-future"; "critical")]})
