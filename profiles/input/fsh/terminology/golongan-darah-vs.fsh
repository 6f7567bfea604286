ValueSet: GolonganDarahVS
Id: golongan-darah-vs
Title: "Golongan darah ABO"
Description: "Semua jawaban golongan darah ABO."
* insert Terbitan
* insert Inggris([["Answers: aBO blood group"]])
* $loinc#LA19710-5 "Group A"
* $loinc#LA19709-7 "Group B"
* $loinc#LA19708-9 "Group O"
* $loinc#LA28449-9 "Group AB"
