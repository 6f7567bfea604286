ValueSet: TargetKenaikanBeratBadanVS
Id: target-kenaikan-berat-badan-vs
Title: "Target kenaikan berat badan"
Description: "Semua jawaban target kenaikan berat badan."
* insert Terbitan
* insert Inggris([["Answers: target of weight gain"]])
* $klinis#OV000008 "5–9 kg"
* $klinis#OV000009 "7–11.5 kg"
* $klinis#OV000010 "11.5–16 kg"
* $klinis#OV000011 "12.5–18 kg"
