ValueSet: RhesusVS
Id: rhesus-vs
Title: "Rhesus"
Description: "Semua jawaban rhesus."
* insert Terbitan
* insert Inggris([["Answers: rhesus factor"]])
* $loinc#LA6576-8 "Positive"
* $loinc#LA6577-6 "Negative"
