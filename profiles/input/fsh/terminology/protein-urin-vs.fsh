ValueSet: ProteinUrinVS
Id: protein-urin-vs
Title: "Protein urin"
Description: "Semua jawaban protein urin."
* insert Terbitan
* insert Inggris([["Answers: protein in urine"]])
* $loinc#LA6577-6 "Negative"
* $loinc#LA6576-8 "Positive"
* $loinc#LA11841-6
* $loinc#LA11842-4
* $loinc#LA11843-2
* $loinc#LA11844-0
