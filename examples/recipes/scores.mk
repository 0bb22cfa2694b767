# Scores a portfolio, and again only what has changed: a partner's file or companions, the people,
# the policy or its calibration, or the day.
#
#	make -f scores.mk -j8 PARTNERS=partners SCORES=scores
#
# SCORES/all.jsonl has a line for each partner, for jq, partner-diff and the like.
PARTNERS := partners
SCORES := scores
DAY := $(shell date -u +%F)

FILES := $(filter-out %/policy.yaml %/people.yaml %/calibration.yaml,$(wildcard $(PARTNERS)/*.yaml))
CARDS := $(FILES:$(PARTNERS)/%.yaml=$(SCORES)/%.jsonl)
SHARED := $(wildcard $(PARTNERS)/policy.yaml $(PARTNERS)/people.yaml $(PARTNERS)/calibration.yaml)

ifeq ($(CARDS),)
$(error no partner files in $(PARTNERS))
endif

.DELETE_ON_ERROR:
.SECONDEXPANSION:

# Always, as a partner may have gone.
$(SCORES)/all.jsonl: $(CARDS) FORCE | $(SCORES)
	cat /dev/null $(CARDS) >$@
FORCE:

$(SCORES)/%.jsonl: $(PARTNERS)/%.yaml $$(wildcard $(PARTNERS)/$$*.d $(PARTNERS)/$$*.d/*.yaml) \
		$(SHARED) $(SCORES)/day-$(DAY)
	partner-score -j --as-of=$(DAY) -o $@ $<

# Yesterday's cards are out of date as soon as today's stamp is there.
$(SCORES)/day-$(DAY): | $(SCORES)
	rm -f $(SCORES)/day-*
	touch $@

$(SCORES):
	mkdir -p $@
